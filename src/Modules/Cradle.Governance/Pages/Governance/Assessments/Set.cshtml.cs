using Cradle.Governance.Access;
using Cradle.Governance.Assessment;
using Cradle.Platform.Data;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Governance.Pages.Governance.Assessments;

/// <summary>One set of indicators, how far each place is, and the ranking.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class SetModel(AssessmentService assessments, PlatformDbContext database, SignedIn signedIn, HeldRoleText places) : WorkPage(signedIn, places)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public IndicatorSet Set { get; private set; } = null!;

    public IReadOnlyList<(int? Place, PlaceAssessment Assessment)> Rows { get; private set; } = [];

    public string NameOf(DivisionCode division) => Places.PlaceOf(division);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (await database.Set<IndicatorSet>().AsNoTracking().SingleOrDefaultAsync(set => set.Id == Id, stop) is not { } set || !Enter(GovernancePermissions.Read, set.Division) || OwnUnit is not null)
        {
            return false;
        }

        Set = set;
        var ranks = (await assessments.RankAsync(Id, stop)).ToDictionary(row => row.Division, row => row.Place);
        var all = await database.Set<PlaceAssessment>().AsNoTracking().Where(assessment => assessment.SetId == Id).ToListAsync(stop);
        Rows = [.. all.Select(assessment => (Place: ranks.TryGetValue(assessment.Division, out var rank) ? rank : (int?)null, assessment)).OrderBy(row => row.Place ?? int.MaxValue).ThenBy(row => row.assessment.Division)];
        return true;
    }
}
