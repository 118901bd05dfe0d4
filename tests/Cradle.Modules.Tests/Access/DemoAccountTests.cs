using Cradle.Modules.Tests.Whole;
using Cradle.Platform.Access;
using Cradle.Platform.Accounts;
using Cradle.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Modules.Tests.Access;

/// <summary>Whoever starts <c>./run</c> can try every step of every lifecycle with what it prints.</summary>
public sealed class DemoAccountTests(CradleSite site)
{
    private static readonly string Start = File.ReadAllText(Repository.PathOf("run"));

    /// <summary>The accounts that are printed: each name at each place.</summary>
    public static TheoryData<string> Printed
    {
        get
        {
            var lines = Start.Split('\n').SkipWhile(line => !line.Contains("changchun. or taiyuan. with", StringComparison.Ordinal)).Skip(1).TakeWhile(line => line.StartsWith("    ", StringComparison.Ordinal));
            return [.. lines.SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).SelectMany(name => new[] { $"changchun.{name}", $"taiyuan.{name}" }), .. DemoAccounts.Units.Select(unit => unit.UserName).Where(name => Start.Contains(name, StringComparison.Ordinal))];
        }
    }

    [Fact]
    public void Every_demo_account_is_printed_with_the_password_and_in_the_demo_only()
    {
        Assert.Equal(DemoAccounts.All.Select(demo => demo.UserName).Concat(DemoAccounts.Units.Select(unit => unit.UserName)).Order(StringComparer.Ordinal), Printed.Select(row => row.Data).Order(StringComparer.Ordinal));
        Assert.All(DemoAccounts.Units, unit => Assert.Contains($"{unit.UserName} {unit.Unit}", Start, StringComparison.Ordinal));
        Assert.Contains($"password {DemoAccounts.Password}.", Start, StringComparison.Ordinal);
        Assert.Contains("[ \"$environment\" != Demo ] || cat << EOF\nDemonstration accounts", Start, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Printed))]
    public async Task Every_printed_account_signs_in(string userName) =>
        Assert.Equal("/desk", (await (await People.AsAsync(site, userName)).OpenAsync("/desk")).Path);

    [Fact]
    public void Wherever_another_person_has_to_go_on_each_city_has_two_who_may()
    {
        var catalogue = site.Services.GetRequiredService<PermissionCatalogue>();
        var permissions = LoggedCodes.Lifecycles().SelectMany(lifecycle => lifecycle.Rows).Where(row => row.NeedsAnother).Select(row => row.Permission!).Distinct().ToList();
        Assert.True(permissions.Count > 4);
        foreach (var city in new[] { "changchun.", "taiyuan." })
        {
            Assert.All(permissions, permission => Assert.True(
                DemoAccounts.All.Count(demo => demo.UserName.StartsWith(city, StringComparison.Ordinal) && catalogue[permission].Roles.Contains(demo.Role)) > 1, $"{city} has one person for {permission}"));
        }
    }
}
