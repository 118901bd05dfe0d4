using Cradle.Births.Cases;
using Cradle.Births.Work;
using Cradle.Platform.Access;
using Cradle.Platform.Audit;
using Cradle.Platform.Contracts.Entitlements;
using Cradle.Platform.Data;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Processes;
using Cradle.Platform.Protection;
using Cradle.Platform.Tables;
using Cradle.Platform.Web;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;

namespace Cradle.Births.LegacyFees;

/// <summary>Winds up the fee cases of former days. There is no way to open one but the list of decisions made before the fee was abolished.</summary>
public sealed class LegacyFeeService(PlatformDbContext database, ProcessScope process, AuditTrail audit, LifecycleMover mover, FieldVault vault, IFeePolicies policies, LegacyFeeScope scope, GuessLock guesses, ImportService imports, TimeProvider time)
{
    private const string RefusedAction = "new-fee-case-refused";
    private const string AskFailed = "fee-question-failed";

    public ImportSpec<LegacyFeeRow> ListOf(DivisionCode division) => LegacyFeeList.Of(division, policies.Abolition);

    /// <summary>Keeps a row of a list and classifies it; what another list said of the decision is not taken over. It adds, and does not save.</summary>
    public async Task<RowAnswer> TakeAsync(DivisionCode division, LegacyFeeRow row, CancellationToken cancellationToken)
    {
        if (!process.Current.Authority.Covers(BirthsModule.Decide, division))
            return RowAnswer.Refused("您没有这个地区的权限。", "You lack the permission for this place.");
        if (await OnList().FirstOrDefaultAsync(one => one.Division == division && one.DecisionNumber == row.DecisionNumber, cancellationToken) is not { } before)
            return RowAnswer.Made(Open(division, row));
        return RowOf(before) == row ? RowAnswer.Made(before.Id)
            : RowAnswer.Refused($"文号 {row.DecisionNumber} 已经导入，内容不同：核对以哪个为准。导错了的，处理以前可以在那件的页面上移出。", $"The decision {row.DecisionNumber} was imported with other particulars: find out which are right. A case imported wrongly can be taken out on its page until it is disposed of.");
    }

    /// <summary>Writes attempts to open a new case into the audit log. It adds, and does not save.</summary>
    public void RecordAttempts(DivisionCode division, ImportReading<LegacyFeeRow> reading)
    {
        foreach (var line in reading.Findings.Where(finding => finding.Column == LegacyFeeList.NewCase).Select(finding => finding.Line))
            audit.Record(RefusedAction, new AuditSubject("legacy-fee-list", Guid.CreateVersion7(time.GetUtcNow())), detail: new { division = division.ToString(), line });
    }

    /// <summary>A case within the officer's divisions; null for any other.</summary>
    public async Task<LegacyFeeCase?> InScopeAsync(Guid id, string permission, CancellationToken cancellationToken) =>
        await database.FindAsync<LegacyFeeCase>([id], cancellationToken) is { } one && process.Current.Authority.Covers(permission, one.Division) ? one : null;

    /// <summary>
    /// The person's own case, by the number of the decision and an identity number that it names. Numbers of decisions run on and an identity number is no secret: failures are
    /// counted, and lock who asks and what is asked for, as with claims. It saves.
    /// </summary>
    public async Task<(LegacyFeeCase? One, bool IsLocked)> OwnAsync(string decisionNumber, string idNumber, CancellationToken cancellationToken)
    {
        var number = LegacyFeeCase.NumberOf(decisionNumber);
        var found = await OnList().Where(one => one.DecisionNumber == number).ToListAsync(cancellationToken);
        var own = found.Find(one => IsOf(LegacyFeeCase.IdField, one.PersonIndex) || IsOf(LegacyFeeCase.OtherIdField, one.OtherIndex));
        var subject = (own ?? found.FirstOrDefault())?.AuditSubject ?? new AuditSubject("legacy-fee-list", Guid.TryParse(process.Current.Actor.Id, out var account) ? account : Guid.CreateVersion7(time.GetUtcNow()));
        if (await guesses.IsLockedAsync(AskFailed, subject, cancellationToken))
            return (null, true);
        audit.Record(own is null ? AskFailed : AuditTrail.Viewed, subject);
        await database.SaveChangesAsync(cancellationToken);
        return (own, false);

        bool IsOf(ProtectedField field, byte[]? kept) => kept is not null && vault.IndexesOf(field, idNumber).Any(index => index.AsSpan().SequenceEqual(kept));
    }

    /// <summary>One step towards the end.</summary>
    /// <param name="id">The case.</param>
    /// <param name="action">What is done.</param>
    /// <param name="version">The version that was seen.</param>
    /// <param name="text">The reason, or the number of the notice.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<CaseError?> MoveAsync(Guid id, LegacyFeeAction action, int version, string? text, CancellationToken cancellationToken)
    {
        if (FreeText.Refused(text, action == LegacyFeeAction.GiveNotice ? LegacyFeeCase.NumberLength : LegacyFeeCase.TextLength) is { } refused)
            return refused;
        if (await InScopeAsync(id, BirthsModule.Decide, cancellationToken) is not { } one)
            return new CaseError.Missing();
        if (action == LegacyFeeAction.GiveNotice && string.IsNullOrWhiteSpace(text))
            return new CaseError.NotMoved(new MoveError.ReasonMissing());
        if (mover.Move(LegacyFeeCaseLifecycle.Table, one, action, version, text) is { } why)
        {
            database.Forget();
            return new CaseError.NotMoved(why);
        }

        if (action == LegacyFeeAction.ClassifyByHand)
            (one.Disposal, one.Reason) = (DisposalOf(one), text);
        if (action == LegacyFeeAction.Dispose)
            one.WaivedFen = one.DecidedFen - one.CollectedFen;
        if (action == LegacyFeeAction.GiveNotice)
            one.Notice = text;
        if (action == LegacyFeeAction.TakeOut)
        {
            one.Reason = text;
            await imports.ReleaseAsync(LegacyFeeList.Kind, id, cancellationToken);
        }

        return await database.SaveOrSayAsync(cancellationToken);
    }

    /// <summary>Counts over what the roles cover, sums over what is on the list there, and how often somebody tried to open a new case there.</summary>
    public async Task<LegacyFeeFigures> FiguresAsync(IReadOnlyList<HeldRole> roles, CancellationToken cancellationToken)
    {
        var byState = await database.Set<LegacyFeeCase>().AsNoTracking().Within(roles).GroupBy(one => one.State)
            .Select(group => new { group.Key, Count = group.Count(), Decided = group.Sum(one => one.DecidedFen), Collected = group.Sum(one => one.CollectedFen), Waived = group.Sum(one => one.WaivedFen) }).ToListAsync(cancellationToken);
        var attempts = await database.AuditEntries.AsNoTracking().Where(entry => entry.Action == RefusedAction).Select(entry => entry.Division).ToListAsync(cancellationToken);
        var listed = byState.Where(row => row.Key != LegacyFeeState.TakenOut).ToList();
        return new([.. byState.OrderBy(row => row.Key).Select(row => (row.Key, row.Count))], new(listed.Sum(row => row.Decided)), new(listed.Sum(row => row.Collected)), new(listed.Sum(row => row.Waived)),
            attempts.Count(division => roles.Any(role => role.Division.Contains(division))));
    }

    /// <summary>Why a case stands where it does: what was written when it was classified, or that the text of the place does not name such births.</summary>
    public Words? ReasonOf(LegacyFeeCase one) => one.Reason is { } said ? new(said, said)
        : one.State == LegacyFeeState.ByHand && scope.Silent(one.Division, one.Birth) is { } silent ? new($"{silent.Clause} 没有写第 {one.Birth} 孩。", $"{silent.Clause} does not name birth {one.Birth}.") : null;

    /// <summary>Cases as a list to take away.</summary>
    public Sheet SheetOf(IEnumerable<LegacyFeeCase> cases) => new("社会抚养费旧案", ["决定书文号", "决定日期", "当事人", "身份证号", "另一当事人", "另一当事人身份证号", "决定书所写孩次", "状态", "处理", "决定金额（元）", "已收金额（元）", "不再收（元）", "告知书文号"], cases.Select(one => (IReadOnlyList<object?>)
    [
        one.DecisionNumber, one.DecidedOn, .. PersonsOf(one).SelectMany(person => new object?[] { Masked.OfName(person.Name), person.IdNumber }).Concat([null, null]).Take(4), one.Birth,
        LegacyFeeWords.Of(one.State).Zh, one.Disposal is { } disposal ? LegacyFeeWords.Of(disposal).Zh : null, Yuan(one.Decided), Yuan(one.Collected), Yuan(one.Waived), one.Notice,
    ]));

    /// <summary>Whom the decision names: one person, or both spouses.</summary>
    public IReadOnlyList<(string Name, Masked IdNumber)> PersonsOf(LegacyFeeCase one)
    {
        (string, Masked) person = (vault.Open(LegacyFeeCase.PersonField, one.Id, one.Person), vault.Mask(LegacyFeeCase.IdField, one.Id, one.PersonId));
        return one is { Other: { } other, OtherId: { } otherId } ? [person, (vault.Open(LegacyFeeCase.OtherField, one.Id, other), vault.Mask(LegacyFeeCase.OtherIdField, one.Id, otherId))] : [person];
    }

    private IQueryable<LegacyFeeCase> OnList() => database.Set<LegacyFeeCase>().AsNoTracking().Where(one => one.State != LegacyFeeState.TakenOut);

    private static decimal Yuan(Money money) => money.Fen / 100m;

    private LegacyFeeRow RowOf(LegacyFeeCase one) => new(
        one.DecisionNumber, one.DecidedOn, new(vault.Open(LegacyFeeCase.PersonField, one.Id, one.Person), vault.Open(LegacyFeeCase.IdField, one.Id, one.PersonId)),
        one is { Other: { } other, OtherId: { } otherId } ? new(vault.Open(LegacyFeeCase.OtherField, one.Id, other), vault.Open(LegacyFeeCase.OtherIdField, one.Id, otherId)) : null,
        one.Birth, one.Decided, one.Collected, one.Enforcement);

    private Guid Open(DivisionCode division, LegacyFeeRow row)
    {
        var (id, other) = (Guid.CreateVersion7(time.GetUtcNow()), row.Other);
        var one = new LegacyFeeCase
        {
            Id = id, DecisionNumber = row.DecisionNumber, Division = division, DecidedOn = row.DecidedOn, Birth = row.Birth, DecidedFen = row.Decided.Fen, CollectedFen = row.Collected.Fen, Enforcement = row.Enforcement,
            Person = vault.Seal(LegacyFeeCase.PersonField, id, row.Person.Name), PersonId = vault.Seal(LegacyFeeCase.IdField, id, row.Person.IdNumber), PersonIndex = vault.IndexOf(LegacyFeeCase.IdField, row.Person.IdNumber),
            Other = other is null ? null : vault.Seal(LegacyFeeCase.OtherField, id, other.Name), OtherId = other is null ? null : vault.Seal(LegacyFeeCase.OtherIdField, id, other.IdNumber),
            OtherIndex = other is null ? null : vault.IndexOf(LegacyFeeCase.OtherIdField, other.IdNumber),
            LastMovedBy = process.Current.Actor.Id, Basis = string.Join('、', policies.Abolition.Cites),
        };
        database.Add(one);
        audit.Record("imported", one.AuditSubject, detail: new { division = division.ToString() });
        var silent = scope.Silent(division, row.Birth);
        if (silent is null)
            one.Disposal = DisposalOf(one);
        if (mover.Move(LegacyFeeCaseLifecycle.Table, one, silent is null ? LegacyFeeAction.Classify : LegacyFeeAction.LeaveToHand, one.Version) is { } error)
            throw new InvalidOperationException($"An old case met its table: {error}");
        return id;
    }

    private static LegacyFeeDisposal DisposalOf(LegacyFeeCase one) => one.CollectedFen == one.DecidedFen ? LegacyFeeDisposal.Maintained : LegacyFeeDisposal.RemainderWaived;
}

/// <summary>Where the old cases of some places stand.</summary>
/// <param name="ByState">How many there are in each state.</param>
/// <param name="Decided">All that was decided.</param>
/// <param name="Collected">Of it, what was paid.</param>
/// <param name="Waived">Of it, what is no longer collected.</param>
/// <param name="Attempts">How often somebody tried to open a new case; each was refused.</param>
public sealed record LegacyFeeFigures(IReadOnlyList<(LegacyFeeState State, int Count)> ByState, Money Decided, Money Collected, Money Waived, int Attempts);
