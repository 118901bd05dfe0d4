using System.Buffers;
using System.Text.Json;
using Cradle.Primitives;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Review;

/// <summary>The result of one worked case: passed when there is no difference.</summary>
/// <param name="Case">The case.</param>
/// <param name="Differences">Each difference between what was expected and what came.</param>
public sealed record CaseResult(WorkedCase Case, IReadOnlyList<string> Differences)
{
    /// <summary>Whether everything expected came.</summary>
    public bool Passed => Differences.Count == 0;
}

/// <summary>Runs worked cases through the same reader, evaluator and writer that families get.</summary>
public sealed class CaseRunner(CompiledPolicy policy, DivisionCatalogue? divisions)
{
    private readonly Evaluator _evaluator = new(policy);
    private readonly FamilyReader _reader = new(policy.Pack.Vocabulary, divisions);
    private readonly Dictionary<string, CompiledQuantity> _quantities = policy.Quantities.ToDictionary(quantity => quantity.Header.Id);

    /// <summary>Runs one case.</summary>
    public CaseResult Run(WorkedCase @case)
    {
        if (!_quantities.TryGetValue(@case.Quantity, out var quantity))
            return new CaseResult(@case, [$"There is no quantity {@case.Quantity}."]);
        var reading = _reader.Read(@case.FamilyJson, DateOnly.MinValue);
        if (reading.Facts is not { } facts)
            return new CaseResult(@case, [.. reading.Errors.Select(error => error.In(Language.English))]);
        var differences = new List<string>(reading.Warnings.Where(warning => warning.Code == "unknownMember").Select(warning => warning.In(Language.English)));
        if (facts.AsOf == DateOnly.MinValue)
            differences.Add("The family names no asOf.");
        else if (@case.Expectations.Count == 0)
            differences.Add("Nothing is expected.");
        else
        {
            var outcomes = _evaluator.Evaluate(quantity, facts);
            foreach (var expectation in @case.Expectations)
                differences.AddRange(Compare(expectation, outcomes));
        }

        return new CaseResult(@case, differences);
    }

    private static IEnumerable<string> Compare(Expectation expectation, IReadOnlyList<Outcome> outcomes)
    {
        var found = outcomes.Where(outcome =>
            outcome.IsDraft == (expectation.Lane == "draft")
            && (expectation.For is null || outcome.Beneficiary == expectation.For)
            && (expectation.Child is null || outcome.Child == expectation.Child)).ToList();
        var place = $"line {expectation.Position.Line}";
        if (expectation.None)
            return found.Count == 0 ? [] : [$"{place}: no outcome was expected, {found.Count} came ({AnswerWriter.NameOf(found[0].Status)}, rule {found[0].Rule?.Id})."];
        if (found.Count != 1)
            return [$"{place}: exactly one outcome was expected, {found.Count} came; name `for`, `child` or `lane`."];
        return CompareMembers(expectation, found[0], place);
    }

    private static IEnumerable<string> CompareMembers(Expectation expectation, Outcome outcome, string place)
    {
        using var document = JsonDocument.Parse(Json(outcome));
        var actual = document.RootElement;
        foreach (var (name, expected) in expectation.Members)
        {
            var text = actual.TryGetProperty(name, out var value) ? Plain(value) : "(absent)";
            if (text != expected && !(expected is "null" or "" && text == "null"))
                yield return $"{place}: {name} should be {expected}, is {text}. {Summary(outcome)}";
        }

        if (expectation.Missing is { } missing && !missing.Order().SequenceEqual(outcome.Missing.Select(path => path.ToString()).Order()))
            yield return $"{place}: missing should be [{string.Join(", ", missing)}], is [{string.Join(", ", outcome.Missing)}].";
        if (expectation.Bounds is { } bounds && Plain(actual.GetProperty("bounds")) != $"[{string.Join(",", bounds)}]")
            yield return $"{place}: bounds should be [{string.Join(",", bounds)}], are {Plain(actual.GetProperty("bounds"))}.";
    }

    private static string Summary(Outcome outcome) =>
        $"(rule {outcome.Rule?.Id}, {AnswerWriter.NameOf(outcome.Status)}, {outcome.From:yyyy-MM-dd}..{outcome.Until:yyyy-MM-dd}, missing [{string.Join(", ", outcome.Missing)}])";

    private static byte[] Json(Outcome outcome)
    {
        var buffer = new ArrayBufferWriter<byte>();
        AnswerWriter.Write(buffer, outcome, Language.Chinese);
        return buffer.WrittenSpan.ToArray();
    }

    private static string Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "null",
        JsonValueKind.Array => $"[{string.Join(",", value.EnumerateArray().Select(Plain))}]",
        _ => value.GetRawText(),
    };
}
