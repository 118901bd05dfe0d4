using Cradle.Rules.Binding;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Evaluation;

/// <summary>Turns what the rules came to into an outcome with status, dates and missing facts.</summary>
internal readonly struct OutcomeBuilder(QuantityHeader header, Frame frame, string beneficiary, bool isDraft)
{
    public QuantityHeader Header => header;

    private EntityReference? Parent => header.Instance is InstanceKind.Mother or InstanceKind.Father or InstanceKind.Parent ? frame.Parent : null;

    private int? Child => header.Instance is InstanceKind.Child or InstanceKind.Birth ? frame.ChildIndex : null;

    /// <summary>The outcome of the one group that was reckoned.</summary>
    public Outcome Build(Reckoning reckoning, RuleGroup group) => Build(reckoning, group, null);

    /// <summary>The outcome of several regions or intervals; what decides between them is missing.</summary>
    public Outcome Build(Reckoning reckoning, RuleGroup group, FactPaths? openMissing)
    {
        var results = reckoning.Results;
        var first = results[0];
        var settled = first.IsKnown;
        var sameTime = true;
        for (var index = 1; index < results.Count && settled; index++)
        {
            settled = results[index].SameAnswer(first);
            sameTime &= results[index].SameTime(first);
        }

        if (!settled)
            return Unknown(reckoning, group, openMissing, timeMatters: false);
        var outcome = Settled(first, group, openMissing is null ? reckoning : null);
        return sameTime ? outcome : AtOneTime(outcome, reckoning, group, openMissing);
    }

    /// <summary>The rules of every world say the same, but some have a time of their own: the answer stands only where that makes no difference today.</summary>
    private Outcome AtOneTime(Outcome outcome, Reckoning reckoning, RuleGroup group, FactPaths? openMissing)
    {
        var results = reckoning.Results;
        for (var index = 1; index < results.Count; index++)
        {
            if (results[index].SameTime(results[0]))
                continue;
            var other = Settled(results[index], group, null);
            if (other.Status != outcome.Status)
                return Unknown(reckoning, group, openMissing, timeMatters: true);
            outcome = outcome with
            {
                From = other.From == outcome.From ? outcome.From : null,
                Until = other.Until == outcome.Until ? outcome.Until : null,
                Missing = [.. outcome.Missing.Union(other.Missing)],
            };
        }

        return outcome;
    }

    /// <summary>The outcome on a day on which no rule of the lane is in force; null where the day says nothing.</summary>
    public Outcome? OutOfForce(RuleSet rules, int index, Reckoning reckoning)
    {
        if (header.Anchor is not AsOf)
            return Closed(Nearest(rules), OutcomeStatus.NotEntitled, null, null);
        if (index > 0 && Positive(rules.Segments[index - 1].Group, reckoning) is { } ended)
            return Closed(ended, OutcomeStatus.Ended, ended.From, DateOnly.FromDayNumber(rules.Segments[index].From - 1));
        if (index + 1 < rules.Segments.Count && Positive(rules.Segments[index + 1].Group, reckoning) is { } coming)
            return Closed(coming, OutcomeStatus.NotYet, DateOnly.FromDayNumber(rules.Segments[index + 1].From), coming.Until);
        return null;
    }

    /// <summary>The dates that are printed: the period, else the window, of the rule before those of the header.</summary>
    public static BoundWindow? Printed(Rule? rule, QuantityHeader header) =>
        rule?.Period ?? (rule?.Window is null ? header.Period : null) ?? rule?.Window ?? header.Window;

    private static Rule? Nearest(RuleSet rules) => rules.Rules.Count > 0 ? rules.Rules[^1] : null;

    private Rule? Positive(RuleGroup group, Reckoning reckoning)
    {
        reckoning.Results.Clear();
        group.Evaluate(frame, reckoning, null);
        return reckoning.Results is [var only] && only is { IsKnown: true, Kind: not ResultKind.None } result ? result.Rule : null;
    }

    private Outcome Closed(Rule? rule, OutcomeStatus status, DateOnly? from, DateOnly? until) => new()
    {
        Header = header, Beneficiary = beneficiary, Child = Child, Parent = Parent, IsDraft = isDraft, Status = status, From = from, Until = until,
        Rule = rule, Voices = rule is null ? [] : [rule],
    };

    /// <summary>The outcome of a settled result; without the reckoning of its group its rule speaks alone.</summary>
    private Outcome Settled(in WorldResult result, RuleGroup group, Reckoning? reckoning)
    {
        var rule = result.Rule;
        if (result.Kind == ResultKind.None || rule is null)
            return Closed(group.Rules[^1], OutcomeStatus.NotEntitled, null, null);
        frame.OutcomeValue = result.HasValue ? result.Value : null;
        var window = rule.Window ?? header.Window;
        var status = StatusOf(result.Kind);
        FactPaths? missing = null;
        long? from = null, until = null;
        if (window is not null && status != OutcomeStatus.Conflict)
        {
            from = Day(window.From, ref missing);
            until = Day(window.Until, ref missing);
            if (until < frame.AsOf)
                (status, missing) = (OutcomeStatus.Ended, null);
            else if (from > frame.AsOf)
                (status, missing) = (OutcomeStatus.NotYet, null);
            else if (missing is not null)
                status = OutcomeStatus.Unknown;
        }

        var printed = Printed(rule, header);
        if (!ReferenceEquals(printed, window) || status == OutcomeStatus.Conflict)
        {
            FactPaths? ignored = null;
            from = Day(printed?.From, ref ignored) ?? (status == OutcomeStatus.NotYet ? from : null);
            until = Day(printed?.Until, ref ignored) ?? (status == OutcomeStatus.Ended ? until : null);
        }

        return new Outcome
        {
            Header = header,
            Beneficiary = beneficiary,
            Child = Child,
            Parent = Parent,
            IsDraft = isDraft,
            Status = status,
            Value = result.HasValue && status != OutcomeStatus.Unknown ? result.Value : null,
            Bounds = result.HasValue && status == OutcomeStatus.Unknown ? (result.Value, result.Value) : null,
            From = Date(from),
            Until = Date(until),
            AtLeast = result.AtLeast || rule.Limit == ValueLimit.AtLeast,
            Rule = rule,
            Voices = reckoning is null ? [rule] : group.Voices(result, reckoning),
            Missing = missing is null ? [] : missing.ToArray(),
        };
    }

    private Outcome Unknown(Reckoning reckoning, RuleGroup group, FactPaths? openMissing, bool timeMatters)
    {
        var results = reckoning.Results;
        var missing = openMissing ?? new FactPaths();
        if (openMissing is null)
            group.CollectMissing(frame, reckoning, missing, timeMatters);
        (long Low, long High)? bounds = null;
        var bounded = results.Exists(result => result.HasValue);   // where no way leads to a figure there is nothing to bound
        var started = false;
        foreach (var result in results)
        {
            if (result.Kind == ResultKind.NotSet && group.Precedence.IsSilent(result.Rule!))
                continue;
            bounded &= result.Kind == ResultKind.None || result is { HasValue: true, Range: not null };   // what a place sets and is not on file here may be any figure
            var range = result.Kind == ResultKind.None ? (0, 0) : result.Range;
            bounds = started ? Bounds.Hull(bounds, range) : range;
            started = true;
        }

        var rule = Speaker(results, group) ?? group.Rules[^1];
        return new Outcome
        {
            Header = header,
            Beneficiary = beneficiary,
            Child = Child,
            Parent = Parent,
            IsDraft = isDraft,
            Status = OutcomeStatus.Unknown,
            Bounds = bounded && header.ValueType is not null ? bounds : null,
            Rule = rule,
            Voices = [rule],
            Missing = missing.ToArray(),
        };
    }

    /// <summary>
    /// The rule that an unknown answer is cited by: the most special one of the family's place that may apply. Where none of its own place may, the most general,
    /// so that a family does not read the clause of another province before its own.
    /// </summary>
    private static Rule? Speaker(List<WorldResult> results, RuleGroup group)
    {
        Rule? own = null, other = null;
        foreach (var result in results)
        {
            if (result.Rule is not { } rule)
                continue;
            if (group.Rules.Contains(rule))
                own = own is null || rule.Index > own.Index ? rule : own;
            else
                other = other is null || rule.Index < other.Index ? rule : other;
        }

        return own ?? other;
    }

    private OutcomeStatus StatusOf(ResultKind kind) => kind switch
    {
        ResultKind.Conflict => OutcomeStatus.Conflict,
        _ when isDraft => OutcomeStatus.Advisory,
        ResultKind.Right => OutcomeStatus.Entitled,
        ResultKind.Programme => OutcomeStatus.Programme,
        _ => OutcomeStatus.NotSet,
    };

    private long? Day(Number? number, ref FactPaths? missing)
    {
        if (number is null)
            return null;
        if (Interpreter.TryNumber(number, frame, out var day))
            return day;
        if (number is not OutcomeValue)
            MissingFacts.Of(number, frame, missing ??= new FactPaths());
        return null;
    }

    private static DateOnly? Date(long? day) => day is { } number ? DateOnly.FromDayNumber((int)number) : null;
}
