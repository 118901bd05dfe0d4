using Cradle.Platform.Access;
using Cradle.Platform.Accounts;

namespace Cradle.Modules.Tests.Whole;

/// <summary>Every role in every city of the demonstration. A second person of a role is there only where it matters whose something is: who files for families, and a colleague who did not.</summary>
internal static class EveryRole
{
    public static IReadOnlyList<(string UserName, Role Role)> Accounts { get; } =
        [.. DemoAccounts.All.GroupBy(demo => (demo.Role, City: demo.UserName.Split('.')[0])).SelectMany(same => same.Key.Role == Role.FrontlineWorker ? same : same.Take(1))];
}
