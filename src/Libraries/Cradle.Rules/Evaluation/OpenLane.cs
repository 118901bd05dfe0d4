namespace Cradle.Rules.Evaluation;

/// <summary>
/// Answers a lane while its region or its date is not known: the answer stands only where every region and interval agrees.
/// The slow path, walked for the first questions of a family only.
/// </summary>
internal static class OpenLane
{
    public static Outcome? Answer(CompiledPolicy policy, RuleLane lane, OutcomeBuilder builder, Frame frame, List<WorldResult> results)
    {
        var header = builder.Header;
        var missing = new HashSet<FactPath>();
        MissingFacts.Of(header.Region, frame, missing);
        MissingFacts.Of(header.Anchor, frame, missing);
        var placed = Interpreter.TryNumber(header.Region, frame, out var division);
        var sets = placed ? [lane[policy.RegionOf(division)]] : lane.Different;
        var dated = Interpreter.TryNumber(header.Anchor, frame, out var day);   // then rules of other days must not make the answer unknown
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
                segment.Group.Evaluate(frame, results, missing);
                if (segment.Group.Rules.Count > 0 && (placed || group is null))   // the nation comes first: without a place only its rules speak for a family
                    group = segment.Group;
                // a place whose rules ended, or are still to come, says so: that is another answer than none
                if (dated && segment.Group.Rules.Count == 0 && builder.OutOfForce(set, index, []) is { Status: not OutcomeStatus.NotEntitled })
                    results.Add(WorldResult.Nothing with { IsKnown = false });
            }
        }

        // what no place gives, and some places do not even know, is nothing to tell a family of whose place nothing is known
        if (group is null || Array.IndexOf(sets, null) >= 0 && results.TrueForAll(result => result is { Kind: ResultKind.None, IsKnown: true }))
            return null;
        return builder.Build(results, group, missing);
    }
}
