using Cradle.Entitlements.Policies;
using Cradle.Platform.Web;
using Cradle.Platform.Web.Timelines;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Calculator;

/// <summary>The result as a page shows it: outcomes by group, figures before plain rights, a time line of the first three years.</summary>
public sealed class ResultView
{
    private const int MostLanes = 9;
    private const int YearsDrawn = 3;

    private readonly Calculation _calculation;
    private readonly PolicyLibrary _library;
    private readonly AnswerList _groups;

    public ResultView(Calculation calculation, PolicyLibrary library)
    {
        (_calculation, _library) = (calculation, library);
        Children = ChildNames.Of(calculation.Facts, PolicyLibrary.Language);
        Doubts = Doubt.Of(calculation, library.Pack.Vocabulary);
        _groups = new AnswerList(calculation.Answer, calculation.Facts);
    }

    public Calculation Calculation => _calculation;

    public DateOnly AsOf => _calculation.Answer.AsOf;

    /// <summary>Names that tell several children apart; none for a single child.</summary>
    public ChildNames Children { get; }

    /// <summary>What is hardly so in the answers.</summary>
    public IReadOnlyList<Doubt> Doubts { get; }

    /// <summary>The outcomes of a group.</summary>
    public IReadOnlyList<Outcome> In(OutcomeGroup group) => [.. _groups[group]];

    /// <summary>The outcomes of a group, those that say the same together; of what few families have, each by its name only once.</summary>
    public IReadOnlyList<OutcomeBundle> Bundles(OutcomeGroup group) => group == OutcomeGroup.Unlikely ? OutcomeBundle.ByName(_groups[group]) : OutcomeBundle.Of(_groups[group]);

    /// <summary>Those with a figure, which get a card: first what ends soonest.</summary>
    public IReadOnlyList<OutcomeBundle> WithFigure(OutcomeGroup group) =>
        [.. OutcomeBundle.Of(_groups[group].Where(outcome => outcome.Value is not null)).OrderBy(bundle => bundle.First.Until ?? DateOnly.MaxValue)];

    /// <summary>Rights without a figure, which get a line.</summary>
    public IReadOnlyList<OutcomeBundle> Plain(OutcomeGroup group) => OutcomeBundle.Of(_groups[group].Where(outcome => outcome.Value is null));

    /// <summary>Unknown outcomes that a question to the family can still settle; the others wait for facts nobody is asked for.</summary>
    public IReadOnlyList<OutcomeBundle> Askable => OutcomeBundle.Of(_groups[OutcomeGroup.Unknown].Where(outcome => outcome.Missing.Any(path => path.Fact is null or { Question: not null })));

    /// <summary>All that is listed.</summary>
    public IEnumerable<Outcome> All => _groups.All;

    /// <summary>What an outcome holds that has a figure of its own; not what is over or does not apply while it lasts.</summary>
    public IEnumerable<Outcome> CountedIn(Outcome outcome) =>
        _groups.CountedIn(outcome).Where(other => other.Status == outcome.Status || other.Status is not (OutcomeStatus.Ended or OutcomeStatus.NotEntitled) && !other.IsPast);

    /// <summary>Drafts that say what is in force already, once each.</summary>
    public IReadOnlyList<OutcomeBundle> DraftsAlike => OutcomeBundle.Of(_groups[OutcomeGroup.Draft].Where(SaysWhatIsInForce));

    /// <summary>Drafts that alone say so, or differ from what is in force.</summary>
    public IReadOnlyList<OutcomeBundle> DraftsApart => OutcomeBundle.Of(_groups[OutcomeGroup.Draft].Where(draft => !SaysWhatIsInForce(draft)));

    /// <summary>What is in force where a draft speaks.</summary>
    public Outcome? InForce(Outcome draft) => !draft.IsDraft ? null
        : _calculation.Answer.Outcomes.FirstOrDefault(other => !other.IsDraft && other.IsPositive && other.Header == draft.Header && other.Child == draft.Child && other.Parent == draft.Parent && other.Beneficiary == draft.Beneficiary);

    /// <summary>Whether a draft says what is in force already.</summary>
    public bool SaysWhatIsInForce(Outcome draft) => InForce(draft) is { Status: not OutcomeStatus.Ended, IsPast: false } other
        && other.Value == draft.Value && other.Limit == draft.Limit && other.Unit == draft.Unit && other.Rule?.Strength == draft.Rule?.Strength
        && (other.Until == draft.Until || draft.Value is not null) && (other.Rule?.NotSet is null) == (draft.Rule?.NotSet is null);

    /// <summary>From when until when, in words; of a child not yet born, that its due date was reckoned with.</summary>
    public string? When(Outcome outcome) => OutcomeText.When(outcome) is { } when
        ? when + (RestsOnDueDate(outcome) ? Wording.Say("（按预产期算）", " (by the due date)") : "") : null;

    /// <summary>Whether the days follow from a due date, which the birth will move.</summary>
    public bool RestsOnDueDate(Outcome outcome) => DueDates.RestsOn(outcome, _calculation.Facts);

    /// <summary>What drafts say, folded.</summary>
    public DraftHints Drafts => new(
        [.. DraftsApart.Select(NameOf)], Names(DraftsAlike), ("/Pages/Entitlements/_Rows.cshtml", (DraftsApart, this)));

    /// <summary>Labels for a folded heading.</summary>
    public static string Preview(IEnumerable<OutcomeBundle> bundles) => FewNames.Of(bundles.Select(NameOf));

    /// <summary>Labels with the addresses of their explanations, each once.</summary>
    public static IReadOnlyList<(string Name, string Address)> Names(IEnumerable<OutcomeBundle> bundles) =>
        [.. bundles.DistinctBy(bundle => bundle.First.Header.Id).Select(bundle => (NameOf(bundle), EntitlementsLinks.Why(bundle.First)))];

    private static string NameOf(OutcomeBundle bundle) => bundle.First.Header.Label.In(PolicyLibrary.Language);

    /// <summary>Where the family lives, if known.</summary>
    public string? Place => Home is { } code ? _library.NameOf(code) : null;

    /// <summary>Its code, if known.</summary>
    public long? Home => Residence(_library) is { } fact && _calculation.Facts.Family.TryGet(fact.Slot, out var code) ? code : null;

    /// <summary>The first three years of the youngest child whose birth date is known; null without one.</summary>
    public Timeline? Timeline()
    {
        if (_library.Pack.Vocabulary.Find(EntityKind.Child, "birth_date") is not { } birthDate)
            return null;
        var births = (_calculation.Facts.Children ?? []).Select(child => child.TryGet(birthDate.Slot, out var day) ? DateOnly.FromDayNumber((int)day) : (DateOnly?)null).OfType<DateOnly>().ToList();
        if (births.Count == 0 || births.Max() is var birth && birth.AddYears(YearsDrawn) <= AsOf.AddYears(-1))
            return null;
        var last = births.Max().AddYears(YearsDrawn);
        var bars = Bars(births.Max(), last).Take(MostLanes).ToList();
        return bars.Count == 0 ? null : new Timeline
        {
            Title = Wording.Say("孩子前三年的支持时间轴", "Support during the first three years"),
            From = births.Max(),
            To = last.AddDays(-1),
            Today = AsOf,
            Bars = bars,
            Ticks =
            [
                new(births.Max(), Wording.Say("出生", "Birth")), new(births.Max().AddYears(1), Wording.Say("1 岁", "1 year")),
                new(births.Max().AddYears(2), Wording.Say("2 岁", "2 years")), new(last, Wording.Say("3 岁", "3 years")),
            ],
        };
    }

    /// <summary>What is due or advised between birth and the last day drawn, once each: not what another figure holds already, nor an offer without a claim.</summary>
    private IEnumerable<TimelineBar> Bars(DateOnly birth, DateOnly last)
    {
        var own = _calculation.Answer.Outcomes.Where(outcome => outcome is { CountedIn: null, Value: not null } && OutcomeGroups.IsFamilys(outcome)).ToList();
        var inForce = own.Where(outcome => outcome is { IsDraft: false, Status: OutcomeStatus.Entitled or OutcomeStatus.NotYet, Rule.Strength: Strength.Must }).ToList();
        var drafts = own.Where(outcome => outcome is { IsDraft: true, Status: OutcomeStatus.Advisory } && !inForce.Exists(other => other.Header == outcome.Header));
        var youngest = ChildrenBorn(birth);
        return inForce.Concat(drafts)
            .Where(outcome => outcome.Child is not { } child || youngest.Contains(child))
            .Where(outcome => outcome.From is { } from && outcome.Until is { } until && from < last && until >= birth && until <= last.AddYears(1))
            .GroupBy(outcome => (outcome.Header.Id, outcome.Beneficiary, outcome.Parent, outcome.IsDraft, outcome.Answer))
            .Select(alike => Bar(alike.First(), alike.Count(), youngest.Count > 1));
    }

    /// <summary>The children born on a day: one, or twins.</summary>
    private HashSet<int> ChildrenBorn(DateOnly birth) => _library.Pack.Vocabulary.Find(EntityKind.Child, "birth_date") is { } birthDate
        ? [.. (_calculation.Facts.Children ?? []).Index().Where(child => child.Item.TryGet(birthDate.Slot, out var day) && day == birth.DayNumber).Select(child => child.Index)]
        : [];

    private TimelineBar Bar(Outcome outcome, int times, bool areSeveral)
    {
        var amount = OutcomeText.Full(outcome);
        return new TimelineBar
        {
            Label = outcome.Header.Label.In(PolicyLibrary.Language),
            Who = OutcomeText.Who(outcome, areSeveral && times == 1 ? Children : ChildNames.None),   // every bar is the youngest child's
            From = outcome.From!.Value,
            Until = outcome.Until,
            Text = times > 1 ? Wording.Say($"每个孩子 {amount}", $"{amount} for each child") : amount,
            Detail = When(outcome),
            Kind = outcome.IsDraft ? TimelineKind.Draft
                : outcome.ValueType?.Kind == Rules.Binding.ValueKind.Days && outcome.Value < outcome.Until!.Value.DayNumber - outcome.From.Value.DayNumber + 1 && outcome.Unit == "day" ? TimelineKind.Open
                : TimelineKind.Certain,
        };
    }

    private static FactDefinition? Residence(PolicyLibrary library) => library.Pack.Vocabulary.Find(EntityKind.Family, "residence");
}
