using Cradle.Births.Items;
using Cradle.Births.Newborns;
using Cradle.Platform.Contracts.Figures;
using Cradle.Platform.Data;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.Cases;

/// <summary>What other modules may count of the joint cases.</summary>
public sealed class CaseFigures(PlatformDbContext database) : ILiveFigures
{
    private const string Completed = "joint-cases-completed";
    private const string CompletedShare = "joint-application-completed";

    public IReadOnlyList<LiveFigure> All { get; } =
    [
        new(Completed, "出生一件事办结件数", "Joint newborn cases completed", "case"),
        new(CompletedShare, "出生一件事办结率", "Share of joint newborn cases completed", "percent"),
    ];

    public async Task<decimal?> CountAsync(string name, DivisionCode division, CancellationToken cancellationToken = default)
    {
        var last = division.LastWithin;
        var cases = database.Set<JointCase>().AsNoTracking().Where(one => one.Division >= division && one.Division <= last && one.State != CaseState.Withdrawn);

        // an archived case was completed where it opened a child's record and left nothing undone
        var completed = await cases.CountAsync(one => one.State == CaseState.Completed
            || (one.State == CaseState.Archived && database.Set<ChildRecord>().Any(child => child.CaseId == one.Id) && !database.Set<CaseItem>().Any(item => item.CaseId == one.Id && !item.IsExtra && item.State != ItemState.Done)), cancellationToken);
        return name switch
        {
            Completed => completed,
            CompletedShare => await cases.CountAsync(cancellationToken) is > 0 and var all ? Math.Round(100m * completed / all, 2, MidpointRounding.AwayFromZero) : null,
            _ => throw new ArgumentException($"No figure is called {name}; known: {string.Join(", ", All.Select(figure => figure.Name))}.", nameof(name)),
        };
    }
}
