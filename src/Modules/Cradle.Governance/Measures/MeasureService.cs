using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Governance.Papers;
using Cradle.Governance.Units;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Files;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Cradle.Rules.Packs;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Measures;

/// <summary>A measure as it is listed.</summary>
public sealed record MeasureInput(string Document, string Clause, string Title, string OwnerUnit, string Beneficiary = "", DateOnly? RuleDueOn = null);

/// <summary>The ledger of measures (措施清单) of a place, and the filing of its schemes.</summary>
public sealed class MeasureService(PlatformDbContext database, PolicyPack pack, MoveService moves, UpwardCheck upward, Addressees addressees, PaperService papers, UnitService units, AuditTrail audit, ProcessScope process, TimeProvider time)
{
    private const string Submitted = "submitted";
    private static readonly string[] Making = [Submitted, nameof(FilingAction.Supplement)];

    public async Task<(Guid Measure, LedgerError? Error)> ListAsync(DivisionCode division, MeasureInput input, CancellationToken cancellationToken = default)
    {
        if (!process.Current.Authority.Covers(GovernancePermissions.Compile, division))
        {
            return (Guid.Empty, new LedgerError.Forbidden(GovernancePermissions.Compile));
        }

        if (new[] { ("Document", input.Document), ("Clause", input.Clause), ("Title", input.Title), ("OwnerUnit", input.OwnerUnit) }.FirstOrDefault(field => string.IsNullOrWhiteSpace(field.Item2)) is { Item1: { } empty })
        {
            return (Guid.Empty, new LedgerError.Invalid(empty, Say("措施要写明文件、条款、名称和责任单位。", "A measure needs its document, its clause, a name and the unit that owns it.")));
        }

        if (KnownClauses.Fault(pack, division, input.Document, input.Clause) is { } noClause)
        {
            return (Guid.Empty, noClause);
        }

        if (await database.Set<Measure>().AnyAsync(measure => measure.Division == division && measure.Document == input.Document && measure.Clause == input.Clause && measure.Title == input.Title, cancellationToken))
        {
            return (Guid.Empty, new LedgerError.Doubled(input.Title));
        }

        var (owner, unknown) = await units.FindAsync(division, input.OwnerUnit, nameof(input.OwnerUnit), cancellationToken);
        if (owner is null)
        {
            return (Guid.Empty, unknown);
        }

        var measure = new Measure
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()), Division = division, Document = input.Document, Clause = input.Clause, Title = input.Title, OwnerUnit = owner.Name,
            Beneficiary = input.Beneficiary, RuleDueOn = input.RuleDueOn,
        };
        database.Add(measure);
        audit.Record("listed", measure.AuditSubject);
        return await database.SavePlausibleAsync(time, cancellationToken) is { } implausible ? (Guid.Empty, implausible) : (measure.Id, null);
    }

    /// <summary>The department issued its detailed rule.</summary>
    public Task<LedgerError?> IssueRuleAsync(Guid id, string rule, DateOnly issuedOn, CancellationToken cancellationToken = default) =>
        MoveAsync(id, MeasureAction.IssueRule, null, measure => (measure.Rule, measure.RuleIssuedOn) = (rule, issuedOn), cancellationToken);

    public Task<LedgerError?> StartAsync(Guid id, DateOnly from, CancellationToken cancellationToken = default) =>
        MoveAsync(id, MeasureAction.Start, null, measure => measure.OperatesFrom = from, cancellationToken);

    public Task<LedgerError?> EvaluateAsync(Guid id, string finding, CancellationToken cancellationToken = default) =>
        MoveAsync(id, MeasureAction.Evaluate, null, measure => measure.Evaluation = finding, cancellationToken);

    /// <summary>An evaluated measure goes on.</summary>
    public Task<LedgerError?> ContinueAsync(Guid id, CancellationToken cancellationToken = default) => MoveAsync(id, MeasureAction.Continue, null, null, cancellationToken);

    public Task<LedgerError?> CloseAsync(Guid id, string reason, CancellationToken cancellationToken = default) => MoveAsync(id, MeasureAction.Close, reason, null, cancellationToken);

    /// <summary>Measures of a place whose detailed rule is not issued, the longest due first.</summary>
    public async Task<IReadOnlyList<Measure>> OutstandingAsync(DivisionCode division, CancellationToken cancellationToken = default) =>
        await database.Set<Measure>().AsNoTracking().Where(measure => measure.Division == division && measure.State == MeasureState.Listed)
            .OrderBy(measure => measure.RuleDueOn == null).ThenBy(measure => measure.RuleDueOn).ThenBy(measure => measure.Clause).ToListAsync(cancellationToken);

    /// <summary>Files a scheme with the level above, with its papers.</summary>
    public async Task<(Guid Filing, LedgerError? Error)> FileAsync(
        DivisionCode division, string title, string clause, IEnumerable<string> required, IEnumerable<string> enclosed, IReadOnlyList<Upload>? files = null, CancellationToken cancellationToken = default)
    {
        if (!process.Current.Authority.Covers(GovernancePermissions.Compile, division))
        {
            return (Guid.Empty, new LedgerError.Forbidden(GovernancePermissions.Compile));
        }

        if (division.Parent is null)
        {
            return (Guid.Empty, new LedgerError.OwnLevel());
        }

        if (string.IsNullOrWhiteSpace(title) || string.IsNullOrWhiteSpace(clause))
        {
            return (Guid.Empty, new LedgerError.Invalid(string.IsNullOrWhiteSpace(title) ? "Title" : "Clause", Say("请写办法名称和依据条款。", "Write the name of the scheme and the clause it rests on.")));
        }

        if (KnownClauses.Fault(pack, division, clause) is { } noClause)
        {
            return (Guid.Empty, noClause);
        }

        var filing = new Filing
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()), Division = division, Title = title, Clause = clause.Trim().Replace('／', '/'), SubmittedOn = ChinaTime.Today(time),
            Required = string.Join('\n', required), Enclosed = string.Join('\n', enclosed), LastMovedBy = process.Current.Actor.Id,
        };
        database.Add(filing);
        audit.Record(Submitted, filing.AuditSubject);
        await papers.KeepAsync(filing.AuditSubject, division, null, files, cancellationToken);
        await TellAsync(filing, null, cancellationToken);
        return await database.SavePlausibleAsync(time, cancellationToken) is { } implausible ? (Guid.Empty, implausible) : (filing.Id, null);
    }

    /// <summary>One step of a filing; a supplement brings what was missing, an answer its words.</summary>
    public async Task<LedgerError?> MoveFilingAsync(Guid id, FilingAction action, string? text = null, IReadOnlyList<Upload>? files = null, CancellationToken cancellationToken = default)
    {
        if (await database.Set<Filing>().SingleOrDefaultAsync(filing => filing.Id == id, cancellationToken) is not { } filing)
        {
            return new LedgerError.Missing();
        }

        if (await RefusalAsync(filing, action, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (action == FilingAction.Supplement && string.IsNullOrWhiteSpace(text) && files is not { Count: > 0 })
        {
            return new LedgerError.Invalid("Text", Say("请写补交了什么，或者附上文件。", "Write what you bring, or attach a file."));
        }

        switch (action)
        {
            case FilingAction.Supplement: filing.Enclosed += "\n" + text; break;
            case FilingAction.Answer: filing.Opinion = text; break;
        }

        await papers.KeepAsync(filing.AuditSubject, filing.Division, null, files, cancellationToken);
        await TellAsync(filing, action, cancellationToken);
        return await moves.MoveAsync(FilingLifecycle.Table, filing, action, filing.Version, action == FilingAction.AskForMore ? text : null, cancellationToken);
    }

    /// <summary>Why this actor may not take a step of a filing, beside what the lifecycle says: the level above receives and answers, by somebody who did not file it.</summary>
    public async Task<LedgerError?> RefusalAsync(Filing filing, FilingAction action, CancellationToken cancellationToken = default) =>
        action == FilingAction.Supplement ? null : await upward.RefusalAsync(filing.AuditSubject, filing.Division.Parent, GovernancePermissions.Check, Making, cancellationToken);

    // Who takes the next step is told: the level above what came in, the place what is missing or was answered.
    private Task TellAsync(Filing filing, FilingAction? action, CancellationToken cancellationToken)
    {
        var above = filing.Division.Parent!.Value;
        return action switch
        {
            null => SayAsync(above, GovernancePermissions.Check, "新的报备", "Filed"),
            FilingAction.Supplement => SayAsync(above, GovernancePermissions.Check, "报备已补正", "Supplemented"),
            FilingAction.AskForMore => SayAsync(filing.Division, GovernancePermissions.Compile, "报备要补正", "To be supplemented"),
            FilingAction.Answer => SayAsync(filing.Division, GovernancePermissions.Compile, "报备已答复", "Answered"),
            _ => Task.CompletedTask,
        };

        Task SayAsync(DivisionCode to, string permission, string zh, string en) =>
            addressees.TellAsync(to, permission, new($"{zh}：{filing.Title}", $"{en}: {filing.Title}"), "~/" + GovernanceLinks.One(GovernanceLinks.Filings, filing.Id), filing.Id, cancellationToken);
    }

    private async Task<LedgerError?> MoveAsync(Guid id, MeasureAction action, string? reason, Action<Measure>? change, CancellationToken cancellationToken)
    {
        if (await database.Set<Measure>().SingleOrDefaultAsync(measure => measure.Id == id, cancellationToken) is not { } measure)
        {
            return new LedgerError.Missing();
        }

        change?.Invoke(measure);
        return await moves.MoveAsync(MeasureLifecycle.Table, measure, action, measure.Version, reason, cancellationToken);
    }
}
