using System.Reflection;
using Cradle.Governance;
using Cradle.Platform.Lifecycles;

namespace Cradle.Modules.Tests.Governance;

public class LifecycleDrawingTests
{
    private static readonly string Page = Repository.PathOf("docs", "generated", "governance-lifecycles.md");

    [Fact]
    public void The_drawings_show_the_tables_that_run()
    {
        var drawn = LifecycleDrawing.Page(GovernanceModule.Lifecycles);
        if (Environment.GetEnvironmentVariable("CRADLE_DRAW") is not null)
        {
            File.WriteAllText(Page, drawn);
        }

        Assert.True(File.ReadAllText(Page) == drawn, "docs/generated/governance-lifecycles.md is not what the tables say; run this test with CRADLE_DRAW=1 and look at the change.");
    }

    [Fact]
    public void Every_lifecycle_of_the_module_is_drawn()
    {
        var tables = typeof(GovernanceModule).Assembly.GetTypes().Where(type => type.Name.EndsWith("Lifecycle", StringComparison.Ordinal))
            .Select(type => (ILifecycle)type.GetProperty("Table", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!).ToList();
        Assert.True(tables.Count > 8);
        Assert.Equal(tables.Select(table => table.Name).Order(), GovernanceModule.Lifecycles.Select(table => table.Name).Order());
    }
}
