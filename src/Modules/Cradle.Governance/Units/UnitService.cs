using Cradle.Governance.Access;
using Cradle.Governance.Ledger;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Microsoft.EntityFrameworkCore;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Units;

/// <summary>Keeps the directory of units of each place. A unit comes in because somebody adds it, never because a table names it.</summary>
public sealed class UnitService(PlatformDbContext database, AuditTrail audit, ProcessScope process, TimeProvider time)
{
    /// <summary>The directory of a place, for look-ups and suggestions.</summary>
    public async Task<UnitDirectory> DirectoryAsync(DivisionCode division, CancellationToken cancellationToken = default) =>
        new((await database.Set<Unit>().AsNoTracking().Where(unit => unit.Division == division).OrderBy(unit => unit.Name).ToListAsync(cancellationToken)).Select(unit => unit.Entry));

    /// <summary>The unit that somebody wrote in any of its spellings, or which ones it resembles; of one that is no more, the one it became.</summary>
    public async Task<(UnitEntry? Unit, LedgerError? Error)> FindAsync(DivisionCode division, string text, string field, CancellationToken cancellationToken = default) =>
        Find(await DirectoryAsync(division, cancellationToken), text, field);

    /// <summary>The name of a unit as the directory has it, or which ones it resembles; of a place that keeps no directory yet, the name as it was written.</summary>
    public async Task<(string? Name, LedgerError? Error)> NameAsync(DivisionCode division, string text, string field, CancellationToken cancellationToken = default)
    {
        var directory = await DirectoryAsync(division, cancellationToken);
        if (directory.All.Count == 0)
        {
            return (text.Trim(), null);
        }

        var (unit, error) = Find(directory, text, field);
        return (unit?.Name, error);
    }

    /// <summary>That a unit is no more, and which one to name in its place; null for one that is.</summary>
    internal LedgerError? Former(UnitDirectory directory, UnitEntry unit, string field) => directory.Current(unit, ChinaTime.Today(time)) is var now && now != unit
        ? new LedgerError.Invalid(field, Say($"{unit.Name}只到 {unit.Until:yyyy-MM-dd}，后为{now.Name}，请写{now.Name}。", $"{unit.Name} lasted until {unit.Until:yyyy-MM-dd} and is {now.Name} now; name that."))
        : null;

    /// <summary>The name under which the actor speaks for a unit: its own, after a merger that of the unit it became; null for whoever speaks for neither.</summary>
    public async Task<string?> SpeakerAsync(DivisionCode division, string unit, CancellationToken cancellationToken = default) =>
        process.Current.Authority.Covers(GovernancePermissions.Report, division, unit) ? unit
        : (await DirectoryAsync(division, cancellationToken)).ActingFor(unit, ChinaTime.Today(time)).FirstOrDefault(name => process.Current.Authority.Covers(GovernancePermissions.Report, division, name));

    /// <summary>That a text names no unit of the directory.</summary>
    internal static LedgerError Unknown(UnitDirectory directory, string text, string field) => string.IsNullOrWhiteSpace(text)
        ? new LedgerError.Invalid(field, Say("请写单位。", "Name the unit."))
        : new LedgerError.UnknownUnit(text.Trim(), [.. directory.Suggest(text).Select(entry => entry.Name)]);

    /// <summary>Adds units, as when a place takes over a directory file; those whose name is there already stay as they are.</summary>
    /// <returns>How many were added, or the spelling that names two.</returns>
    public async Task<(int Added, LedgerError? Error)> AddAsync(DivisionCode division, IEnumerable<UnitEntry> units, CancellationToken cancellationToken = default)
    {
        if (!MayKeep(division))
        {
            return (0, new LedgerError.Forbidden(GovernancePermissions.Compile));
        }

        var standing = await DirectoryAsync(division, cancellationToken);
        var fresh = units.Where(unit => standing.All.All(other => other.Name != unit.Name)).ToList();
        if (fresh.SelectMany(unit => unit.Aliases.Prepend(unit.Name)).Select(spelling => (Spelling: spelling, Unit: standing.Find(spelling))).FirstOrDefault(pair => pair.Unit is not null) is { Unit: { } named } taken)
        {
            return (0, new LedgerError.Doubled($"{taken.Spelling.Trim()}（{named.Name}）"));
        }

        if (fresh.SelectMany(unit => unit.Aliases.Prepend(unit.Name)).FirstOrDefault(spelling => !UnitDirectory.IsOneName(spelling)) is { } several)
        {
            return (0, SeveralNames("Name", several));
        }

        try
        {
            _ = new UnitDirectory(standing.All.Concat(fresh));
        }
        catch (ArgumentException twice)
        {
            return (0, new LedgerError.Doubled(twice.Message));
        }

        if (fresh.Find(unit => string.IsNullOrWhiteSpace(unit.Name) || unit.Name.Length > TrackedMapping.NameLength) is not null)
        {
            return (0, new LedgerError.Invalid("Name", Say($"请写单位名称，1 到 {TrackedMapping.NameLength} 字。", $"Write the name of the unit, in 1 to {TrackedMapping.NameLength} characters.")));
        }

        foreach (var entry in fresh)
        {
            var unit = new Unit
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()), Division = division, Name = entry.Name, Kind = entry.Kind, Aliases = string.Join('\n', entry.Aliases), Until = entry.Until, Successor = entry.Successor,
            };
            database.Add(unit);
            audit.Record("added", unit.AuditSubject, null, new { division = division.ToString(), entry.Name });
        }

        return await database.SavePlausibleAsync(time, cancellationToken) is { } implausible ? (0, implausible) : (fresh.Count, null);
    }

    /// <summary>Notes another spelling of a unit.</summary>
    public async Task<LedgerError?> AddAliasAsync(DivisionCode division, string name, string alias, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(division, name, cancellationToken) is not { } unit)
        {
            return new LedgerError.Missing();
        }

        if (string.IsNullOrWhiteSpace(alias))
        {
            return new LedgerError.Invalid("Alias", Say("请写另一种写法。", "Write the other spelling."));
        }

        if (!UnitDirectory.IsOneName(alias))
        {
            return SeveralNames("Alias", alias);
        }

        if ((await DirectoryAsync(division, cancellationToken)).Find(alias) is { } other)
        {
            return new LedgerError.Doubled($"{alias}（{other.Name}）");
        }

        unit.Aliases = string.Join('\n', unit.Aliases.Split('\n', StringSplitOptions.RemoveEmptyEntries).Append(alias.Trim()));
        audit.Record("alias-added", unit.AuditSubject, null, new { name, alias });
        return await database.SavePlausibleAsync(time, cancellationToken);
    }

    /// <summary>Says that a unit became another on a day. What it owed and did before stays under its old name.</summary>
    public async Task<LedgerError?> MergeAsync(DivisionCode division, string name, string successor, DateOnly until, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(division, name, cancellationToken) is not { } unit)
        {
            return new LedgerError.Missing();
        }

        var directory = await DirectoryAsync(division, cancellationToken);
        if (directory.Find(successor) is not { } next)
        {
            return Unknown(directory, successor, "Successor");
        }

        if (next.Name == name || directory.LeadsTo(next, name))
        {
            return new LedgerError.Invalid("Successor", next.Name == name
                ? Say("单位不能并入自己，请写合并后的单位。", "A unit does not become itself; name the one it became.")
                : Say($"{next.Name}后来并入了{name}，不能再反过来；请核对方向。", $"{next.Name} became {name} later, so {name} cannot become {next.Name}; look which way it went."));
        }

        (unit.Until, unit.Successor) = (until, next.Name);
        audit.Record("merged", unit.AuditSubject, null, new { name, successor = next.Name, until });
        return await database.SavePlausibleAsync(time, cancellationToken);
    }

    /// <summary>Takes back a merger that was noted by mistake: the unit stands for itself again. What was done for it meanwhile stays in the log as it was done.</summary>
    public async Task<LedgerError?> UndoMergeAsync(DivisionCode division, string name, string reason, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(division, name, cancellationToken) is not { } unit)
        {
            return new LedgerError.Missing();
        }

        if (unit.Successor is not { } successor)
        {
            return new LedgerError.Invalid("Unit", Say($"{name}没有登记过合并，没有可撤销的。", $"No merger of {name} is noted; there is nothing to take back."));
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > AuditEntry.ReasonLength)
        {
            return new LedgerError.Invalid("Reason", Say($"请写撤销的理由，1 到 {AuditEntry.ReasonLength} 字。", $"Say why it is taken back, in 1 to {AuditEntry.ReasonLength} characters."));
        }

        audit.Record("merger-undone", unit.AuditSubject, reason.Trim(), new { name, successor, unit.Until });
        (unit.Until, unit.Successor) = (null, null);
        return await database.SavePlausibleAsync(time, cancellationToken);
    }

    private (UnitEntry? Unit, LedgerError? Error) Find(UnitDirectory directory, string text, string field)
    {
        var unit = directory.Find(text);
        return unit is null ? (null, Unknown(directory, text, field)) : Former(directory, unit, field) is { } former ? (null, former) : (unit, null);
    }

    private static LedgerError.Invalid SeveralNames(string field, string text) => new(field, Say(
        $"“{text.Trim()}”里有顿号、逗号、分号、句号或斜线，表格里按它们分开单位；几个单位请分别添加。", $"'{text.Trim()}' holds a separator (、 , ; 。 /), at which tables take units apart; add several units one by one."));

    private bool MayKeep(DivisionCode division) => process.Current.Authority.Covers(GovernancePermissions.Compile, division);

    // A unit of a place that the actor may not keep is not there.
    private async Task<Unit?> FindAsync(DivisionCode division, string name, CancellationToken cancellationToken) =>
        MayKeep(division) ? await database.Set<Unit>().SingleOrDefaultAsync(unit => unit.Division == division && unit.Name == name, cancellationToken) : null;
}
