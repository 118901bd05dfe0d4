using Cradle.Governance.Access;
using Cradle.Governance.Ledger;
using Cradle.Governance.Units;
using Cradle.Platform.Audit;
using Cradle.Platform.Data;
using Cradle.Platform.Lifecycles;
using Cradle.Platform.Processes;
using Cradle.Primitives;
using Cradle.Rules.Packs;
using Microsoft.EntityFrameworkCore;
using KeyTask = Cradle.Governance.Ledger.KeyTask;
using static Cradle.Platform.Web.Wording;

namespace Cradle.Governance.Matrix;

/// <summary>Puts a matrix that was read into the ledger of a place: all of it, or nothing.</summary>
public sealed class MatrixService(PlatformDbContext database, LifecycleMover mover, AuditTrail audit, ProcessScope process, TimeProvider time)
{
    /// <summary>Makes a task of every row. Rows that say they are done are taken over as closed, with the row's own word as reason.</summary>
    /// <param name="division">The place.</param>
    /// <param name="document">The document of the matrix.</param>
    /// <param name="year">The year of the work plan.</param>
    /// <param name="reading">What was read, without errors.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>How many tasks were made; none when the matrix stands in the ledger already or has errors.</returns>
    public async Task<(int Tasks, LedgerError? Error)> ImportAsync(
        DivisionCode division, string document, int year, MatrixReading reading, CancellationToken cancellationToken = default)
    {
        if (!process.Current.Authority.Covers(GovernancePermissions.Compile, division))
        {
            return (0, new LedgerError.Forbidden(GovernancePermissions.Compile));
        }

        if (reading.Findings.FirstOrDefault(finding => finding.IsError) is { } wrong)
        {
            return (0, new LedgerError.Invalid("file", Say($"第{wrong.Line}行：{wrong.Says.Zh}", $"Line {wrong.Line}: {wrong.Says.En}")));
        }

        if (await database.Set<KeyTask>().AnyAsync(task => task.Division == division && task.Document == document && task.Year == year, cancellationToken))
        {
            return (0, new LedgerError.Doubled($"{document}, {year}"));
        }

        foreach (var row in reading.Rows)
        {
            var task = Draft(division, document, year, row);
            database.Add(task);
            audit.Record("drafted", task.AuditSubject, null, new { document, year, row.Number });
            if (row.DoneAsGiven is { } done && mover.Move(KeyTaskLifecycle.Table, task, KeyTaskAction.TakeOver, task.Version, done) is { } refused)
            {
                database.Forget();
                return (0, new LedgerError.Move(refused));
            }
        }

        return await database.SavePlausibleAsync(time, cancellationToken) is { } implausible ? (0, implausible) : (reading.Rows.Count, null);
    }

    /// <summary>Adds one row to the ledger by hand. It is read as a row of a table would be, so that units are found and doubts named alike.</summary>
    /// <param name="division">The place.</param>
    /// <param name="document">The document of the matrix.</param>
    /// <param name="year">The year of the work plan.</param>
    /// <param name="reading">One row, without errors.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<(Guid Task, LedgerError? Error)> AddAsync(DivisionCode division, string document, int year, MatrixReading reading, CancellationToken cancellationToken = default)
    {
        if (!process.Current.Authority.Covers(GovernancePermissions.Compile, division))
        {
            return (Guid.Empty, new LedgerError.Forbidden(GovernancePermissions.Compile));
        }

        if (reading.Findings.FirstOrDefault(finding => finding.IsError) is { } wrong)
        {
            return (Guid.Empty, new LedgerError.Invalid(wrong.Field, wrong.Says.ToString()));
        }

        if (reading.Rows is not [var row])
        {
            return (Guid.Empty, new LedgerError.Invalid("Title", Say("请写一项任务。", "Write one task.")));
        }

        if (await database.Set<KeyTask>().AnyAsync(other => other.Division == division && other.Document == document && other.Year == year && other.Number == row.Number, cancellationToken))
        {
            return (Guid.Empty, new LedgerError.Doubled($"{document}, {year}, {row.Number}"));
        }

        var task = Draft(division, document, year, row);
        database.Add(task);
        audit.Record("drafted", task.AuditSubject, null, new { document, year, row.Number });
        return await database.SavePlausibleAsync(time, cancellationToken) is { } implausible ? (Guid.Empty, implausible) : (task.Id, null);
    }

    /// <summary>A matrix of a place's own from the clauses of its document: one row a clause that names a unit of the directory.</summary>
    public static MatrixReading Derive(PolicyDocument document, UnitDirectory directory, DateOnly today)
    {
        var number = 0;
        var rows = from clause in document.Clauses
                   where clause.Kinds.Any(kind => kind.StartsWith("obligation", StringComparison.Ordinal) || kind is "organisation" or "system" or "service")
                   let units = clause.Actors.Select(directory.Find).OfType<UnitEntry>().Distinct().ToList()
                   where units.Count > 0
                   select new MatrixRow
                   {
                       Line = 0, Number = ++number, Section = clause.Part.Zh, Title = clause.Title.Zh, Text = string.Join('\n', clause.SaysZh), UnitsAsGiven = string.Join('、', clause.Actors),
                       Duty = DutyKind.ByDuties, Lead = [], Joint = units, Progress = "", Deadline = DeadlineText.Read("", today.Year), Remark = $"{clause.Document}/{clause.Number}",
                   };
        return new MatrixReading([.. rows], []);
    }

    private KeyTask Draft(DivisionCode division, string document, int year, MatrixRow row)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow());
        return new KeyTask
        {
            Id = id, Division = division, Document = document, Clause = row.Remark.StartsWith(document + "/", StringComparison.Ordinal) ? row.Remark[(document.Length + 1)..] : $"{row.Number}",
            Year = year, Number = row.Number!.Value, Part = row.Section, Title = row.Title, Text = row.Text, UnitsAsGiven = row.UnitsAsGiven, Duty = row.Duty,
            DeadlineAsGiven = row.Deadline.AsGiven, DeadlineKind = row.Deadline.Kind, OriginalDeadline = row.Deadline.Day, Deadline = row.Deadline.Day, Remark = row.Remark,
            Assignments =
            [
                .. row.Lead.Select(unit => (unit, leads: true)).Concat(row.Joint.Select(unit => (unit, leads: false))).DistinctBy(pair => pair.unit.Name)
                    .Select((pair, order) => new Assignment { Id = Guid.CreateVersion7(time.GetUtcNow()), TaskId = id, Unit = pair.unit.Name, Leads = pair.leads, Order = order }),
            ],
        };
    }
}
