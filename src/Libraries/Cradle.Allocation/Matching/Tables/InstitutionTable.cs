using Cradle.Allocation.Input;
using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Tables;

/// <summary>The institutions' table; lists of applicants stay text until the applicants are known.</summary>
internal sealed class InstitutionTable
{
    private const string Score = "score:", Reserved = "reserve:", Quota = "quota:", Institution = "institution";

    private string[] scores = [];
    private string[] reserves = [];
    private bool hasPriority;

    public InstitutionTable(string file, List<InputProblem> problems)
    {
        File = file;
        new CsvFile(file, problems).Read([Institution, "capacity"], ReadHeader, ReadRow);
        IsWhole = !problems.Exists(problem => problem.Column is "" or Institution);
    }

    public string File { get; }

    /// <summary>Whether the id of every row is known; otherwise an id that is not here may be that of a refused row.</summary>
    public bool IsWhole { get; }

    public IdTable Ids { get; } = new();

    public List<int> Capacities { get; } = [];

    public List<InstitutionLine> Lines { get; } = [];

    public IEnumerable<string> ScoreNames => scores.Select(NameOf);

    public IReadOnlyList<(string Name, bool IsStrict)> ReserveColumns => [.. reserves.Select(column => (NameOf(column), column.StartsWith(Quota, StringComparison.Ordinal)))];

    private static string NameOf(string column) => column[(column.IndexOf(':', StringComparison.Ordinal) + 1)..];

    private void ReadHeader(IReadOnlyList<string> header)
    {
        hasPriority = header.Contains("priority");
        scores = [.. header.Where(name => name.StartsWith(Score, StringComparison.Ordinal))];
        reserves = [.. header.Where(name => name.StartsWith(Reserved, StringComparison.Ordinal) || name.StartsWith(Quota, StringComparison.Ordinal))];
    }

    private void ReadRow(CsvRow row)
    {
        var id = row.Id(Institution);
        if (id is not null && !Ids.TryAdd(id))
            row.Problem(Institution, $"'{id}' stands on an earlier line too; an institution has one line; keep one of them or give this one another id");
        var capacity = row.Count("capacity");
        Capacities.Add(capacity ?? 0);
        var places = new int[reserves.Length];
        for (var column = 0; column < places.Length; column++)
            places[column] = row[reserves[column]].IsEmpty ? 0 : row.Count(reserves[column]) ?? 0;
        if (places.Sum(count => (long)count) > capacity)
            row.Problem(reserves[^1], $"reserves and quotas together are more than the capacity of '{row[Institution]}'; raise it or lower them");
        var list = hasPriority ? row["priority"] : [];
        var isListed = !list.IsEmpty || (hasPriority && scores.Length == 0);
        Lines.Add(new InstitutionLine(row.Line, isListed ? list.ToString() : null, isListed ? null : ReadRules(row), places));
    }

    private PointRule[] ReadRules(CsvRow row)
    {
        var rules = new PointRule[scores.Length];
        for (var column = 0; column < rules.Length; column++)
        {
            var text = row[scores[column]];
            if (PointRule.Parse(text) is { } rule)
                rules[column] = rule;
            else
                row.Problem(scores[column], $"'{text}' is neither points per unit nor bands such as 0.5:30 1:20, rising; write one of them");
        }

        return rules;
    }
}
