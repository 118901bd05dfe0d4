using Cradle.Primitives;
using Cradle.Rules.Packs;

namespace Cradle.Cli.Policies;

/// <summary>
/// Finds rules by words of any kind: places (names, short names, codes), clauses (000/二（十二）, 二（十二）, 000), and whatever stands in the
/// id or label of a quantity or rule. All words must fit.
/// </summary>
internal sealed class RuleSearch(PolicyFolder folder)
{
    private const int MostPlaces = 50;

    public IReadOnlyList<(QuantityHeader Header, Rule Rule)> Find(IReadOnlyList<string> words)
    {
        var terms = words.Select(TermOf).ToList();
        var places = terms.OfType<PlaceTerm>().ToList();
        // a place by itself asks for its own rules; with other words also for those it inherits
        var own = places.Count == terms.Count;
        return
        [
            .. folder.Pack.Quantities
                .SelectMany(quantity => quantity.Rules.Select(rule => (quantity.Header, Rule: rule)))
                .Where(item => terms.TrueForAll(term => term.Fits(item.Header, item.Rule)) && (!own || places.TrueForAll(place => place.IsOwn(item.Rule))))
                .OrderBy(item => places.Count == 0 ? 0 : places.Sum(place => place.Distance(item.Rule))),
        ];
    }

    /// <summary>The words that no rule fits at all.</summary>
    public IEnumerable<string> Strangers(IEnumerable<string> words) =>
        words.Where(word => TermOf(word) is not PlaceTerm && Find([word]).Count == 0);

    private Term TermOf(string word)
    {
        if (PlacesOf(word) is { Count: > 0 } places)
            return new PlaceTerm(places);
        var clause = Brackets.Wide(word);
        return folder.Pack.Quantities.SelectMany(quantity => quantity.Rules).SelectMany(rule => rule.Cites).Any(cite => IsNamed(cite, clause))
            ? new ClauseTerm(clause)
            : new TextTerm(word);
    }

    private static List<DivisionCode> PlacesOf(string word)
    {
        if (DivisionCode.TryParse(word, out var code) && PolicyFolder.Divisions.Find(code) is not null)
            return [code];
        return [.. PolicyFolder.Divisions.Search(word, MostPlaces).Where(division => IsCalled(division, word)).Select(division => division.Code)];
    }

    private static bool IsCalled(Division division, string word) =>
        word == division.NameZh || word == division.ShortZh || word == division.Abbreviation
        || (division.NameEn + " ").StartsWith(word + " ", StringComparison.OrdinalIgnoreCase);

    private static bool IsNamed(Citation cite, string clause) =>
        cite.ToString() == clause || cite.Clause.Length > 0 && cite.Clause == clause || cite.Document == clause;

    private static DivisionCode CodeOf(Rule rule) => rule.Division == 0
        ? DivisionCode.Nation
        : DivisionCode.Parse(rule.Division.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private abstract record Term
    {
        public abstract bool Fits(QuantityHeader header, Rule rule);
    }

    /// <summary>The rules of a place, of those above it and of those in it. A name may stand for several places.</summary>
    private sealed record PlaceTerm(IReadOnlyList<DivisionCode> Places) : Term
    {
        public override bool Fits(QuantityHeader header, Rule rule) => Places.Any(place => place.Contains(CodeOf(rule)) || CodeOf(rule).Contains(place));

        public bool IsOwn(Rule rule) => Places.Any(place => place == CodeOf(rule) || place != DivisionCode.Nation && place.Contains(CodeOf(rule)));

        /// <summary>Levels between the rule and the place; its own rules come first, then those in it, then those above it.</summary>
        public int Distance(Rule rule) => Places.Min(place =>
            (CodeOf(rule).Level - place.Level) is var levels && levels < 0 ? 10 - levels : levels);
    }

    private sealed record ClauseTerm(string Clause) : Term
    {
        public override bool Fits(QuantityHeader header, Rule rule) => rule.Cites.Any(cite => IsNamed(cite, Clause));
    }

    private sealed record TextTerm(string Text) : Term
    {
        public override bool Fits(QuantityHeader header, Rule rule) =>
            new[] { header.Id, header.Label.Zh, header.Label.En, rule.Id }.Any(text => text.Contains(Text, StringComparison.OrdinalIgnoreCase));
    }
}
