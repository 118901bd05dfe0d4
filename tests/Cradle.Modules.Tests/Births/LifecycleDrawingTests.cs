using System.Reflection;
using Cradle.Births;
using Cradle.Departments;
using Cradle.Platform.Lifecycles;
using Cradle.Tests;

namespace Cradle.Modules.Tests.Births;

public class LifecycleDrawingTests
{
    private static readonly string Page = Repository.PathOf("docs", "generated", "births-lifecycles.md");

    [Fact]
    public void The_drawings_show_the_tables_that_run()
    {
        var drawn = LifecycleDrawing.Page([.. BirthsModule.Lifecycles, .. DepartmentsModule.Lifecycles]);
        if (Environment.GetEnvironmentVariable("CRADLE_DRAW") is not null)
            File.WriteAllText(Page, drawn);
        Assert.True(File.ReadAllText(Page) == drawn, "docs/generated/births-lifecycles.md is not what the tables say; run this test with CRADLE_DRAW=1 and look at the change.");
    }

    [Fact]
    public void Every_lifecycle_of_both_modules_is_drawn()
    {
        foreach (var (module, drawn) in new[] { (typeof(BirthsModule), BirthsModule.Lifecycles), (typeof(DepartmentsModule), DepartmentsModule.Lifecycles) })
        {
            var tables = module.Assembly.GetTypes().Where(type => type.Name.EndsWith("Lifecycle", StringComparison.Ordinal))
                .Select(type => ((ILifecycle)type.GetProperty("Table", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!).Name);
            Assert.Equal(tables.Order(), drawn.Select(table => table.Name).Order());
        }
    }
}
