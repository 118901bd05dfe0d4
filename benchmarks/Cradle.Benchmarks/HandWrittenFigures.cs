using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Benchmarks;

/// <summary>The figures of the benchmark's rules by province, asked of the interpreter one family at a time, so that they stand in the pack only.</summary>
public sealed class HandWrittenFigures
{
    private readonly Evaluator _evaluator;
    private readonly Vocabulary _vocabulary;
    private readonly DateOnly _asOf;

    /// <summary>Asks for every province.</summary>
    public HandWrittenFigures(CompiledPolicy policy, IReadOnlyList<long> provinces, DateOnly asOf)
    {
        (_evaluator, _vocabulary, _asOf) = (new Evaluator(policy), policy.Pack.Vocabulary, asOf);
        Maternity = Each(provinces, province => Value("maternity-leave-days", Family(province, 1)));
        Paternity = Each(provinces, province => Value("paternity-leave-days", Family(province, 1)));
        ChildcareLeave = Each(provinces, province => Value("childcare-leave-days", Family(province, 1, father: false)));
        CareFee = Each(provinces, province => Value("infant-care-fee", Family(province, 1)));
        UpliftTwo = Each(provinces, province => Value("loan-uplift", Family(province, 2)));
        UpliftThree = Each(provinces, province => Value("loan-uplift", Family(province, 3)));
        var first = provinces[0];
        DifficultExtra = Value("maternity-leave-days", Family(first, 1, difficult: true)) - Maternity[0];
        MultipleExtra = Value("maternity-leave-days", Family(first, 1, babies: 2)) - Maternity[0];
        Subsidy = Value("national-subsidy-month", Family(first, 1));
        Deduction = Value("tax-deduction", Family(first, 1));
        Kindergarten = [.. Enumerable.Range(0, 3).Select(kind => Value("kindergarten-subsidy", Family(first, 1, kindergarten: kind)))];
        FirstYear = Limit(months => Holds("eligible-maternity", Family(first, 1, monthsOld: months)));
        Young = Limit(months => Holds("under-3", Family(first, 1, monthsOld: months)));
    }

    /// <summary>Days by province, without extras.</summary>
    public int[] Maternity { get; }

    /// <summary>Days by province.</summary>
    public int[] Paternity { get; }

    /// <summary>Days by province for each employed parent.</summary>
    public int[] ChildcareLeave { get; }

    /// <summary>Fen a month and child by province.</summary>
    public int[] CareFee { get; }

    /// <summary>Fen by province with two children.</summary>
    public int[] UpliftTwo { get; }

    /// <summary>Fen by province with three.</summary>
    public int[] UpliftThree { get; }

    /// <summary>Days more after a difficult birth.</summary>
    public int DifficultExtra { get; }

    /// <summary>Days more for each further baby.</summary>
    public int MultipleExtra { get; }

    /// <summary>Fen a month for each young child.</summary>
    public int Subsidy { get; }

    /// <summary>Fen a month for each young child.</summary>
    public int Deduction { get; }

    /// <summary>Fen a month by kind of kindergarten.</summary>
    public int[] Kindergarten { get; }

    /// <summary>Months at which the first year is over.</summary>
    public int FirstYear { get; }

    /// <summary>Months at which a child is young no more.</summary>
    public int Young { get; }

    private static int[] Each(IReadOnlyList<long> provinces, Func<long, int> figure) => [.. provinces.Select(figure)];

    private static int Limit(Func<int, bool> holds) => Enumerable.Range(0, 240).First(months => !holds(months));

    private FamilyFacts Family(long province, int children, bool father = true, bool difficult = false, int babies = 1, int kindergarten = 0, int monthsOld = 0)
    {
        var facts = new FamilyFacts(_vocabulary, _asOf) { Children = [] };
        void Set(EntityFacts entity, EntityKind kind, string name, long value) => entity.Set(_vocabulary.Find(kind, name)!.Slot, value);
        Set(facts.Family, EntityKind.Family, "residence", province);
        Set(facts.Family, EntityKind.Family, "mother_employed", 1);
        Set(facts.Family, EntityKind.Family, "father_employed", father ? 1 : 0);
        Set(facts.Family, EntityKind.Family, "registered_birth", 1);
        Set(facts.Family, EntityKind.Family, "difficult_birth", difficult ? 1 : 0);
        Set(facts.Family, EntityKind.Family, "babies", babies);
        Set(facts.Family, EntityKind.Family, "fund_account", 1);
        for (var number = 0; number < children; number++)
        {
            var child = facts.New(EntityKind.Child);
            Set(child, EntityKind.Child, "birth_date", _asOf.AddMonths(-monthsOld).DayNumber);
            Set(child, EntityKind.Child, "kindergarten", kindergarten);
            facts.Children.Add(child);
        }

        return facts;
    }

    private int Value(string quantity, FamilyFacts family) => Answer(quantity, family) is { Status: OutcomeStatus.Entitled, Value: { } value } ? checked((int)value) : 0;

    private bool Holds(string quantity, FamilyFacts family) => Answer(quantity, family).Status == OutcomeStatus.Entitled;

    private Outcome Answer(string quantity, FamilyFacts family) =>
        _evaluator.Evaluate(_evaluator.Policy.Quantities.First(compiled => compiled.Header.Id == quantity), family)[0];
}
