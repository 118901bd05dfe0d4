using Cradle.Platform.Tables;
using Cradle.Platform.Web;
using Cradle.Primitives;

namespace Cradle.Governance.Provisions;

/// <summary>A field of a form that asks about births where it may not.</summary>
/// <param name="Field">The field.</param>
/// <param name="IsForbidden">Whether a clause of the place forbids it; else somebody has to look.</param>
/// <param name="Clause">The clause, or null.</param>
/// <param name="Says">What to do.</param>
public sealed record DelinkFinding(string Field, bool IsForbidden, string? Clause, Words Says);

/// <summary>One line of <c>data/delinking.csv</c>: words that a form may not hold, for which matters, in which place, by which clause.</summary>
public sealed record DelinkRule(string Word, IReadOnlyList<string> Matters, DivisionCode Division, string Clause);

/// <summary>Looks through the fields of a form for birth permits, fee proofs and family-planning opinions (G13).</summary>
public sealed class DelinkLint(IReadOnlyList<DelinkRule> rules)
{
    /// <summary>Reads the rules from their file.</summary>
    public static DelinkLint Load(string path)
    {
        var (table, error) = TableFile.Read(File.ReadAllBytes(path), path);
        if (table is null)
        {
            throw new InvalidDataException($"{path}: {error!.Problem}. {error.Remedy}.");
        }

        return new DelinkLint([.. Enumerable.Range(1, table.Rows - 1).Select(row => new DelinkRule(table[row, 0], table[row, 1].Split(';'), DivisionCode.Parse(table[row, 2]), table[row, 3]))]);
    }

    /// <summary>Checks a form.</summary>
    /// <param name="matter">household-registration, school, hiring or promotion.</param>
    /// <param name="division">The place that uses it.</param>
    /// <param name="fields">Its labels.</param>
    public IReadOnlyList<DelinkFinding> Check(string matter, DivisionCode division, IEnumerable<string> fields)
    {
        var findings = new List<DelinkFinding>();
        foreach (var field in fields)
        {
            var key = PlainText.Key(field);
            var said = rules.Where(rule => rule.Matters.Contains(matter) && key.Contains(rule.Word, StringComparison.Ordinal)).ToList();
            if (said.Find(rule => rule.Division.Contains(division)) is { } here)
            {
                findings.Add(new(field, true, here.Clause, new($"删去这一栏：{here.Clause}规定不得与生育情况挂钩。", $"Remove the field: {here.Clause} cuts the tie to births.")));
            }
            else if (said.Count > 0)
            {
                findings.Add(new(field, false, null, new("本地文件没有写到，请人工审查。", "The text of this place does not cover it; somebody has to review it.")));
            }
        }

        return findings;
    }
}
