using Cradle.Governance.Access;
using Cradle.Governance.Board;
using Cradle.Governance.Ledger;
using Cradle.Governance.Units;
using Cradle.Platform.Web.Access;
using Cradle.Platform.Web.Accounts;
using Cradle.Primitives;
using Microsoft.AspNetCore.Mvc;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Pages.Governance;

/// <summary>The directory of units of a place: names, other spellings, and what became of a unit.</summary>
[RequirePermission(GovernancePermissions.Read)]
public sealed class UnitsModel(UnitService units, SignedIn signedIn, HeldRoleText places, TimeProvider time) : WorkPage(signedIn, places)
{
    private static readonly char[] Between = [';', '；', '、', ',', '，', '\n'];

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public UnitKind Kind { get; set; }

    [BindProperty]
    public string? Aliases { get; set; }

    [BindProperty]
    public string? Unit { get; set; }

    [BindProperty]
    public string? Alias { get; set; }

    [BindProperty]
    public string? Successor { get; set; }

    [BindProperty]
    public DateOnly? Until { get; set; }

    /// <summary>Why a merger is taken back.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<UnitEntry> Entries { get; private set; } = [];

    public DateOnly Today => ChinaTime.Today(time);

    public bool MayKeep => OwnUnit is null && May(GovernancePermissions.Compile);

    private string Here => GovernanceLinks.At(GovernanceLinks.Units, Division);

    public Task<IActionResult> OnPostAddAsync(CancellationToken stop) => DoAsync(async () =>
    {
        var aliases = (Aliases ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return Entries.Any(entry => entry.Name == Name?.Trim())
            ? new LedgerError.Doubled(Name!.Trim())
            : (await units.AddAsync(Division, [new UnitEntry(Name?.Trim() ?? "", Kind, aliases)], stop)).Error;
    }, () => Here, stop);

    public Task<IActionResult> OnPostAliasAsync(CancellationToken stop) => DoAsync(() => units.AddAliasAsync(Division, Unit ?? "", Alias ?? "", stop), () => Here, stop);

    public Task<IActionResult> OnPostMergeAsync(CancellationToken stop) => DoAsync(async () => Until is { } day
        ? await units.MergeAsync(Division, Unit ?? "", Successor ?? "", day, stop)
        : new LedgerError.Invalid(nameof(Until), Say("请填旧名称使用到哪一天。", "Name the last day under the old name.")), () => Here, stop);

    public Task<IActionResult> OnPostUndoAsync(CancellationToken stop) => DoAsync(() => units.UndoMergeAsync(Division, Unit ?? "", Reason ?? "", stop), () => Here, stop);

    protected override async Task<bool> LoadAsync(CancellationToken stop)
    {
        if (!Enter(GovernancePermissions.Read))
        {
            return false;
        }

        Entries = (await units.DirectoryAsync(Division, stop)).All;
        return true;
    }
}
