using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Units;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace Cradle.Governance.Pages.Governance;

/// <summary>The leader's board: what is late, by unit and part; every number opens its list.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class IndexModel(BoardService board, UnitService units, SignedIn signedIn, HeldRoleText places) : LedgerPage(signedIn, places)
{
    // kept by the office of a place; whoever speaks for one unit of it does not see them
    private static readonly string[] OfOffice = [GovernanceLinks.Assessments, GovernanceLinks.Reports];

    public LeaderBoard Board { get; private set; } = null!;

    /// <summary>The other pages of the module for this place.</summary>
    public IEnumerable<(string Link, Words Name, Words What)> Doors => All.Where(door => OwnUnit is null || !OfOffice.Contains(door.Link));

    private static IReadOnlyList<(string Link, Words Name, Words What)> All { get; } =
    [
        (GovernanceLinks.Orders, new("督办", "Orders"), new("在办的督办单：谁没读、谁没答。", "Open orders: who has not read, who has not answered.")),
        (GovernanceLinks.Meetings, new("会议", "Meetings"), new("领导小组、联席会议和议定事项。", "Leading groups, joint conferences, what they resolved.")),
        (GovernanceLinks.Measures, new("措施清单", "Measures"), new("条款、细则、施行、评估；办法报备。", "Clause, rule, operation, evaluation; filings of schemes.")),
        (GovernanceLinks.Provisions, new("制约措施清理", "Provisions"), new("还没清理完的规定、表单审查、被拒投诉。", "What still stands, a check of forms, complaints.")),
        (GovernanceLinks.Assessments, new("考核", "Assessment"), new("指标、自评、评分、异议、名次。", "Indicators, own report, review, objection, ranking.")),
        (GovernanceLinks.Reports, new("年度报告", "Reports"), new("生成、签发、报送、汇总；重要情况。", "Draft, sign, send, compile; important matters.")),
        (GovernanceLinks.Commendations, new("示范和评优", "Commendations"), new("条件、申报、评分、公示、名单。", "Criteria, applications, review, notice, list.")),
        (GovernanceLinks.Volunteers, new("社会力量", "Social forces"), new("群团和社会组织的项目、志愿者时长、求助。", "Projects of organisations, volunteers' hours, what is asked of them.")),
        (GovernanceLinks.Research, new("人口研究", "Research"), new("课题、脱敏数据、报告和用途。", "Studies, the data they are given, reports and their use.")),
        (GovernanceLinks.Rhythm, new("时限和提醒", "Rhythm"), new("多久没有进展要催、提前几天提醒、督办几天升级。", "How long silence may last, how far ahead to warn, when orders are raised.")),
        (GovernanceLinks.Units, new("单位名录", "Units"), new("名称、写法、合并和改名。", "Names, spellings, mergers.")),
    ];

    /// <summary>What presses, the most late first, and the rest.</summary>
    public static (IReadOnlyList<BoardLine> Hot, IReadOnlyList<BoardLine> Calm) Sorted(IReadOnlyList<BoardLine> lines)
    {
        static bool IsHot(BoardLine line) => line.Late + line.Soon + line.AtRisk + line.Claimed > 0;
        return ([.. lines.Where(IsHot).OrderByDescending(line => line.Late).ThenByDescending(line => line.Soon + line.AtRisk + line.Claimed)], [.. lines.Where(line => !IsHot(line))]);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Enter(GovernancePermissions.Read))
        {
            return NotFound();
        }

        Board = await board.UnderPresentNamesAsync(await board.ReadAsync(Division, null, cancellationToken), Division, await units.DirectoryAsync(Division, cancellationToken), cancellationToken);
        return Page();
    }
}
