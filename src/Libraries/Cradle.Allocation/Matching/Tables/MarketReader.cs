using System.Collections;
using Cradle.Allocation.Input;
using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Tables;

/// <summary>
/// Reads a market from two tables. Applicants: <c>applicant, preferences</c> (institutions, the best first, spaces between) and columns that scores or
/// reserves speak of. Institutions: <c>institution, capacity</c>, then <c>priority</c> (applicants, the first to be taken first; <c>A=B</c> are equal and
/// the lot decides), or <c>score:COLUMN</c> rules, and <c>reserve:COLUMN</c>, <c>quota:COLUMN</c> places for applicants whose column is above 0.
/// An applicant whom a priority list leaves out is not acceptable there. Without list and scores the lot decides alone.
/// </summary>
public sealed class MarketReader
{
    private const string Score = "score:", Reserved = "reserve:", Quota = "quota:";

    private readonly List<InputProblem> problems = [];
    private readonly IdTable applicants = new();
    private readonly IdTable institutions = new();
    private readonly List<int> capacities = [];
    private readonly JaggedInts preferences = new();
    private readonly Dictionary<string, ApplicantColumn> columns = new(StringComparer.Ordinal);
    private readonly string applicantsFile;
    private readonly string institutionsFile;
    private readonly int seed;
    private List<string> scoreColumns = [];
    private List<string> reserveColumns = [];
    private bool hasPriority;

    private MarketReader(string applicantsFile, string institutionsFile, int seed)
    {
        this.applicantsFile = applicantsFile;
        this.institutionsFile = institutionsFile;
        this.seed = seed;
    }

    /// <summary>Reads the tables.</summary>
    /// <param name="applicants">File of the applicants.</param>
    /// <param name="institutions">File of the institutions.</param>
    /// <param name="seed">Seed of the lots, see <see cref="Lots"/>.</param>
    /// <exception cref="InputException">Something in the files is wrong; every problem is listed.</exception>
    public static MarketTables Read(string applicants, string institutions, int seed = 0) => new MarketReader(applicants, institutions, seed).Read();

    private MarketTables Read()
    {
        ReadInstitutions();
        Stop();
        ReadApplicants();
        Stop();
        var scoring = new Scoring([.. scoreColumns.Select(name => (name[Score.Length..], columns[name[Score.Length..]]))]);
        var order = new PriorityOrder(applicants, institutions, preferences, scoring, seed);
        var reserves = reserveColumns.Count == 0 ? null : new List<IReadOnlyList<Reserve>>();
        new CsvFile(institutionsFile, problems).Read([], _ => { }, row =>
        {
            ReadOrder(row, order, scoring);
            reserves?.Add(ReadReserves(row, order.Institution - 1));
        });
        Stop();
        order.Finish();
        var market = new Market
        {
            Applicants = applicants, Institutions = institutions, Preferences = preferences, Positions = order.Positions, Capacities = [.. capacities],
            Reserves = reserves?.ToArray(),
        };
        return new MarketTables(market, scoring, order.Lots, order.NotListed);
    }

    private void Stop()
    {
        if (problems.Count > 0)
            throw new InputException(problems);
    }

    private void ReadInstitutions() => new CsvFile(institutionsFile, problems).Read(["institution", "capacity"], header =>
    {
        hasPriority = header.Contains("priority");
        scoreColumns = [.. header.Where(name => name.StartsWith(Score, StringComparison.Ordinal))];
        reserveColumns = [.. header.Where(name => name.StartsWith(Reserved, StringComparison.Ordinal) || name.StartsWith(Quota, StringComparison.Ordinal))];
    }, row =>
    {
        var id = row.Id("institution");
        if (id is not null && !institutions.TryAdd(id))
            row.Problem("institution", $"'{id}' stands on an earlier line too; an institution has one line");
        capacities.Add(row.Count("capacity") ?? 0);
    });

    private void ReadApplicants()
    {
        foreach (var name in scoreColumns.Concat(reserveColumns))
            columns.TryAdd(name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..], new ApplicantColumn());
        var list = new List<int>();
        new CsvFile(applicantsFile, problems).Read(["applicant", "preferences", .. columns.Keys], _ => { }, row =>
        {
            var id = row["applicant"];
            if (id.IsEmpty || id.IndexOf(' ') >= 0)
                row.Problem("applicant", $"'{id}' is not an id; an id is not empty and holds no space");
            else if (!applicants.TryAdd(id))
                row.Problem("applicant", $"'{id}' stands on an earlier line too; an applicant has one line");
            list.Clear();
            var text = row["preferences"];
            foreach (var range in text.Split(' '))
                if (!text[range].IsEmpty)
                    Prefer(row, text[range], list);
            preferences.Add(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list));
            foreach (var (name, column) in columns)
                if (column.Add(row[name], institutions) is { } problem)
                    row.Problem(name, problem);
        });
    }

    private void Prefer(CsvRow row, ReadOnlySpan<char> id, List<int> list)
    {
        var institution = institutions.NumberOf(id);
        if (institution < 0)
            row.Problem("preferences", $"'{id}' is no institution of {Path.GetFileName(institutionsFile)}");
        else if (list.Contains(institution))
            row.Problem("preferences", $"'{id}' is named twice");
        else
            list.Add(institution);
    }

    private void ReadOrder(CsvRow row, PriorityOrder order, Scoring scoring)
    {
        var list = hasPriority ? row["priority"] : [];
        if (!list.IsEmpty || (hasPriority && scoreColumns.Count == 0))
        {
            scoring.Add(null);
            order.AddList(row, list);
            return;
        }

        var rules = new PointRule[scoreColumns.Count];
        for (var column = 0; column < rules.Length; column++)
        {
            var text = row[scoreColumns[column]];
            if (PointRule.Parse(text) is { } rule)
                rules[column] = rule;
            else
                row.Problem(scoreColumns[column], $"'{text}' is neither points per unit nor bands such as 0.5:30 1:20, rising");
        }

        scoring.Add(rules);
        order.AddScored();
    }

    private List<Reserve> ReadReserves(CsvRow row, int institution)
    {
        var reserves = new List<Reserve>();
        foreach (var name in reserveColumns)
        {
            if (row[name].IsEmpty || row.Count(name) is not { } places || places == 0)
                continue;
            var group = name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..];
            var members = new BitArray(applicants.Count);
            for (var applicant = 0; applicant < members.Length; applicant++)
                members[applicant] = columns[group].IsMember(applicant, institution);
            reserves.Add(new Reserve(group, places, members, name.StartsWith(Quota, StringComparison.Ordinal)));
        }

        return reserves;
    }
}
