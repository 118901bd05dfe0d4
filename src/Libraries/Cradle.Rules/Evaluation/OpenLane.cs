using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Evaluation;

/// <summary>
/// Answers a lane while its region or its date is not known: the answer stands only where every region and interval agrees.
/// The slow path, walked for the first questions of a family only.
/// </summary>
internal static class OpenLane
{
    public static Outcome? Answer(CompiledPolicy policy, RuleLane lane, OutcomeBuilder builder, Frame frame, Reckoning reckoning)
    {
        var (header, results) = (builder.Header, reckoning.Results);
        var missing = new FactPaths();
        MissingFacts.Of(header.Region, frame, missing);
        MissingFacts.Of(header.Anchor, frame, missing);
        var placed = Interpreter.TryNumber(header.Region, frame, out var division);
        var sets = placed ? [lane[policy.RegionOf(division)]] : lane.Different;
        var dated = Interpreter.TryNumber(header.Anchor, frame, out var day);   // then rules of other days must not make the answer unknown
        var own = placed ? sets[0] : OfResidence(policy, lane, frame);
        RuleGroup? group = null;
        foreach (var set in sets)
        {
            if (set is null)
            {
                results.Add(WorldResult.Nothing);
                continue;
            }

            for (var index = 0; index < set.Segments.Count; index++)
            {
                if (dated && index != set.IndexOf(day))
                    continue;
                var segment = set.Segments[index];
                segment.Group.Evaluate(frame, reckoning, missing);
                if (segment.Group.Rules.Count > 0 && (group is null || ReferenceEquals(set, own)))   // the nation comes first
                    group = segment.Group;
                // a place whose rules ended, or are still to come, says so: that is another answer than none
                if (dated && segment.Group.Rules.Count == 0 && builder.OutOfForce(set, index, new Reckoning()) is { Status: not OutcomeStatus.NotEntitled })
                    results.Add(WorldResult.Nothing with { IsKnown = false });
            }
        }

        // what no place gives, and some places do not even know, is nothing to tell a family of whose place nothing is known
        if (group is null || Array.IndexOf(sets, null) >= 0 && results.TrueForAll(result => result is { Kind: ResultKind.None, IsKnown: true }))
            return null;
        return builder.Build(reckoning, group, missing);
    }

    /// <summary>The rules where the family lives: they decide nothing here, but a family of whose employer or fund nothing is known reads their words first.</summary>
    private static RuleSet? OfResidence(CompiledPolicy policy, RuleLane lane, Frame frame) =>
        frame.Family.Vocabulary.Residence is { } residence && frame.Family.Family.TryGet(residence.Slot, out var division)
            ? lane[policy.RegionOf(division)]
            : null;
}
