using Cradle.Entitlements.Policies;
using Cradle.Primitives;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Reading;

/// <summary>The packs read from the other side: from a clause to what cites it, from a rule to its cases. Built once, then only read.</summary>
public sealed class PolicyIndex
{
    private readonly ILookup<Citation, PlacedRule> _rules;
    private readonly ILookup<string, PlacedRule> _rulesByDocument;
    private readonly ILookup<string, WorkedCase> _cases;
    private readonly ILookup<Citation, Citation> _referredFrom;
    private readonly ILookup<Citation, PlacedTask> _tasks;
    private readonly Dictionary<Citation, Coverage> _coverage;
    private readonly Dictionary<string, Quantity> _quantities;

    public PolicyIndex(PolicyLibrary library)
    {
        Pack = library.Pack;
        var placed = Pack.Quantities.SelectMany(quantity => quantity.Rules.Select(rule => new PlacedRule(quantity, rule))).ToList();
        _rules = placed.SelectMany(rule => rule.Rule.Cites.Distinct().Select(cite => (cite, rule))).ToLookup(pair => pair.cite, pair => pair.rule);
        _rulesByDocument = placed.SelectMany(rule => rule.Rule.Cites.Select(cite => cite.Document).Distinct().Select(document => (document, rule)))
            .ToLookup(pair => pair.document, pair => pair.rule);
        _cases = Pack.Cases.ToLookup(@case => @case.Quantity);
        Documents = [.. Pack.Documents.Values.Where(document => !document.IsNorm).OrderBy(document => document.Id, StringComparer.Ordinal)];
        Norms = [.. Pack.Documents.Values.Where(document => document.IsNorm)];
        _referredFrom = Documents.SelectMany(document => document.Clauses)
            .SelectMany(clause => clause.Refers.Select(refer => (refer, clause.Citation))).ToLookup(pair => pair.refer, pair => pair.Citation);
        _tasks = Documents.SelectMany(document => document.Tasks.Select(task => new PlacedTask(document, task)))
            .ToLookup(task => new Citation(task.Document.Id, task.Task.Clause));
        _coverage = Pack.Coverage.GroupBy(coverage => coverage.Clause).ToDictionary(group => group.Key, group => group.First());
        _quantities = Pack.Quantities.ToDictionary(quantity => quantity.Header.Id);
    }

    public PolicyPack Pack { get; }

    /// <summary>The policy documents in order of id.</summary>
    public IReadOnlyList<PolicyDocument> Documents { get; }

    /// <summary>National law and rules behind them.</summary>
    public IReadOnlyList<PolicyDocument> Norms { get; }

    public PolicyDocument? Document(string id) => Pack.Documents.GetValueOrDefault(id);

    /// <summary>A clause by its number, however wide its brackets are typed.</summary>
    public (PolicyDocument Document, Clause Clause)? Clause(string document, string number) =>
        Document(document) is { } found && found.Find(Brackets.Wide(number)) is { } clause ? (found, clause) : null;

    public Quantity? Quantity(string id) => _quantities.GetValueOrDefault(id);

    /// <summary>The rules that cite a clause.</summary>
    public IReadOnlyList<PlacedRule> RulesOf(Citation clause) => [.. _rules[clause]];

    /// <summary>The rules that cite any clause of a document.</summary>
    public IReadOnlyList<PlacedRule> RulesOf(PolicyDocument document) => [.. _rulesByDocument[document.Id]];

    /// <summary>The worked cases of a quantity, nation first.</summary>
    public IReadOnlyList<WorkedCase> CasesOf(string quantity) => [.. _cases[quantity]];

    /// <summary>The cases that check a rule: those beside it, and those elsewhere that expect it by name.</summary>
    public IReadOnlyList<WorkedCase> CasesOf(PlacedRule placed) =>
        [.. _cases[placed.Header.Id].Where(@case => @case.Division == placed.Rule.Division
            || @case.Expectations.Any(expectation => expectation.Members.GetValueOrDefault("rule") == placed.Rule.Id))];

    public Coverage? CoverageOf(Citation clause) => _coverage.GetValueOrDefault(clause);

    public IReadOnlyList<PlacedTask> TasksOf(Citation clause) => [.. _tasks[clause]];

    /// <summary>Clauses that say the same elsewhere, whichever of the two names the other; and the norms behind.</summary>
    public IReadOnlyList<Citation> CorrespondingTo(Clause clause) =>
        [.. clause.Refers.Concat(_referredFrom[clause.Citation]).Where(other => other != clause.Citation).Distinct()
            .OrderBy(other => other.IsNorm).ThenBy(other => other.Document, StringComparer.Ordinal)];

    /// <summary>Clauses of the documents that name a norm, or an article of it.</summary>
    public IReadOnlyList<Clause> ClausesNaming(PolicyDocument norm) =>
        [.. Documents.SelectMany(document => document.Clauses).Where(clause => clause.Refers.Any(refer => refer.Document == norm.Id))];
}
