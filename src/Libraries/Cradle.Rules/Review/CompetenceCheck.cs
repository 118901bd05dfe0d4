using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Review;

/// <summary>Only levels that may set a quantity set it; nobody below raises a cap or undercuts a floor; a closed quantity is closed.</summary>
internal static class CompetenceCheck
{
    public static void Run(Quantity quantity, Vocabulary vocabulary, DateOnly today, DiagnosticBag diagnostics)
    {
        var header = quantity.Header;
        foreach (var rule in quantity.Rules)
        {
            if (header.Merge == MergeMode.Closed && LevelText.Level(rule.Division) != LevelText.Level(header.Division))
                diagnostics.Error("CR542", rule.Position,
                    $"{header.Id} is closed at the level of {LevelText.Place(header.Division)}, but {rule.Id} ({LevelText.Cites(rule)}) is a rule of {LevelText.Place(rule.Division)}.",
                    "Remove the rule, or choose another merge mode if lower levels may speak.");
            else if (LacksCompetence(rule, header))
                diagnostics.Error("CR543", rule.Position,
                    $"{rule.Id} ({LevelText.Cites(rule)}) sets {header.Id}, but a {LevelText.Name(LevelText.Level(rule.Division))} has no competence; it belongs to: {string.Join(", ", header.Competence.Select(LevelText.Name))}.",
                    "Write `restates: …` if it says what the higher level says, or correct `competence` in the header.");
        }

        if (header.Merge is MergeMode.Cap or MergeMode.Floor)
            foreach (var (upper, lower) in RulePairs.Of(quantity))
                CheckLimit(quantity, upper, lower, vocabulary, today, diagnostics);
    }

    /// <summary>Restating, proposing in a draft and leaving a figure open set nothing.</summary>
    private static bool LacksCompetence(Rule rule, QuantityHeader header) =>
        header.Competence.Count > 0 && !rule.IsDraft && rule.Restates is null && rule.NotSet is null && !header.Competence.Contains(LevelText.Level(rule.Division));

    private static void CheckLimit(Quantity quantity, Rule upper, Rule lower, Vocabulary vocabulary, DateOnly today, DiagnosticBag diagnostics)
    {
        if (upper.Division == lower.Division || upper.IsDraft || upper.Strength != Strength.Must || !RulePairs.GivesValue(upper) || !RulePairs.GivesValue(lower))
            return;
        var isCap = quantity.Header.Merge == MergeMode.Cap;
        var silencers = quantity.Rules.Where(rule => rule != lower && rule.IsDraft == upper.IsDraft
            && (rule.Division == upper.Division && rule.Replaces.Contains(upper.Id) || Interpreter.Lies(lower.Division, rule.Division) && rule.Replaces.Contains(lower.Id))).ToList();
        if (RulePairs.Find(quantity, upper, lower, silencers, (limit, set) => isCap ? set > limit : set < limit, vocabulary, today) is not var (limit, set, family))
            return;
        var message = $"{lower.Id} of {LevelText.Place(lower.Division)} sets {Text(set)} ({LevelText.Cites(lower)}), {(isCap ? "above the cap" : "below the floor")} of {Text(limit)} "
            + $"that {upper.Id} of {LevelText.Place(upper.Division)} sets ({LevelText.Cites(upper)}, at {upper.Position}), for {family}.";
        var remedy = $"Keep within {LevelText.Cites(upper)}: a lower level may only {(isCap ? "lower a cap" : "raise a floor")}.";
        if (lower.IsDraft)
            diagnostics.Warning("CR545", lower.Position, message, remedy);
        else
            diagnostics.Error("CR544", lower.Position, message, remedy);

        string Text(long value) => $"{ValueFormat.Text(value, quantity.Header)} {quantity.Header.Unit}";
    }
}
