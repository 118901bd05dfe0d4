using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Cli.Policies;

/// <summary>What a change of the rules does to somebody.</summary>
internal enum Effect
{
    /// <summary>More than before.</summary>
    Gains,

    /// <summary>Less than before.</summary>
    Loses,

    /// <summary>Other than before: dates, what is known, or the duty of somebody outside the family.</summary>
    Changes,
}

/// <summary>An outcome in one version.</summary>
internal sealed record OutcomeView(string Status, string? Value, string? Unit, DateOnly? From, DateOnly? Until, string? Rule, string Words);

/// <summary>A worked case whose outcome differs between two versions; null where a version has no such outcome.</summary>
internal sealed record CaseChange(string Quantity, Bilingual Label, string Case, string Beneficiary, int? Child, bool Draft, Effect Effect, OutcomeView? Old, OutcomeView? New);

/// <summary>Runs the worked cases of both versions through both: who gains, who loses.</summary>
internal sealed class CaseComparison(PolicyFolder old, PolicyFolder @new)
{
    private readonly Side _old = new(old);
    private readonly Side _new = new(@new);

    public IReadOnlyList<CaseChange> Run() =>
        [.. @new.Pack.Cases.Concat(old.Pack.Cases).DistinctBy(item => (item.Quantity, item.FamilyJson)).SelectMany(Compare)];

    private IEnumerable<CaseChange> Compare(WorkedCase item)
    {
        // a family that one version cannot read has no outcome there to compare
        if (_old.Outcomes(item) is not { } before || _new.Outcomes(item) is not { } after)
            yield break;
        foreach (var key in before.Keys.Union(after.Keys))
        {
            var one = before.GetValueOrDefault(key);
            var other = after.GetValueOrDefault(key);
            if (one?.Answer == other?.Answer && one?.Unit == other?.Unit)
                continue;
            var header = (other ?? one)!.Header;
            yield return new CaseChange(
                item.Quantity, header.Label, item.Name, key.Beneficiary, key.Child, key.IsDraft, EffectOf(one, other), one is null ? null : _old.View(one), other is null ? null : _new.View(other));
        }
    }

    private static Effect EffectOf(Outcome? old, Outcome? @new)
    {
        if ((@new ?? old)!.Beneficiary is "employer" or "institution" or "government" || IsOpen(old) || IsOpen(@new))
            return Effect.Changes;
        var claim = Claim(@new) - Claim(old);
        // where rules cap what a family pays, less is more
        var more = old?.Unit != @new?.Unit || old?.Value is not { } before || @new?.Value is not { } after ? 0
            : after.CompareTo(before) * (@new.Header.Merge == MergeMode.Cap ? -1 : 1);
        return (claim != 0 ? claim : more) switch
        {
            > 0 => Effect.Gains,
            < 0 => Effect.Loses,
            _ => Effect.Changes,
        };
    }

    private static bool IsOpen(Outcome? outcome) => outcome?.Status is OutcomeStatus.Unknown or OutcomeStatus.Conflict;

    /// <summary>How much can be made of an outcome: nothing, an offer or a figure still open, a right.</summary>
    private static int Claim(Outcome? outcome) => outcome?.Status switch
    {
        null or OutcomeStatus.NotEntitled => 0,
        OutcomeStatus.Programme or OutcomeStatus.Advisory or OutcomeStatus.NotSet => 1,
        _ => 2,
    };

    private sealed class Side
    {
        private readonly PolicyFolder _folder;
        private readonly Evaluator _evaluator;
        private readonly FamilyReader _reader;
        private readonly Dictionary<string, CompiledQuantity> _quantities;

        public Side(PolicyFolder folder)
        {
            var policy = folder.Compile();
            (_folder, _evaluator, _reader) = (folder, new Evaluator(policy), new FamilyReader(folder.Pack.Vocabulary, PolicyFolder.Divisions));
            _quantities = policy.Quantities.ToDictionary(quantity => quantity.Header.Id);
        }

        /// <summary>The outcomes of a case by whom they are for; an employer owes one for each parent, so those are counted.</summary>
        public Dictionary<(string Beneficiary, int? Child, bool IsDraft, int Number), Outcome>? Outcomes(WorkedCase item)
        {
            if (_reader.Read(item.FamilyJson, Options.Today).Facts is not { } facts)
                return null;
            return _quantities.TryGetValue(item.Quantity, out var quantity)
                ? _evaluator.Evaluate(quantity, facts)
                    .GroupBy(outcome => (outcome.Beneficiary, outcome.Child, outcome.IsDraft))
                    .SelectMany(group => group.Select((outcome, number) => (Key: (group.Key.Beneficiary, group.Key.Child, group.Key.IsDraft, number), Outcome: outcome)))
                    .ToDictionary(pair => pair.Key, pair => pair.Outcome)
                : [];
        }

        public OutcomeView View(Outcome outcome)
        {
            var status = AnswerWriter.NameOf(outcome.Status);
            var words = (outcome.Value, outcome.Bounds) switch
            {
                ({ } value, _) => $"{status} {Words(value)}",
                (_, var (low, high)) => $"{status} {Words(low)}～{Words(high)}",
                _ => status,
            };
            var dates = outcome.From is null && outcome.Until is null ? "" : $" {new InForce(outcome.From, outcome.Until).In(Language.Chinese)}";
            return new OutcomeView(
                status, outcome.Value is { } number ? ValueFormat.Text(number, outcome) : null, outcome.Unit == "flag" ? null : outcome.Unit,
                outcome.From, outcome.Until, outcome.Rule?.Id, words + dates);

            string Words(long amount) => _folder.ValueOf(outcome, amount, Language.Chinese);
        }
    }
}
