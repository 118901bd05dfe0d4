using System.Globalization;
using Cradle.Rules.Explain;
using Cradle.Rules.Packs;

namespace Cradle.Cli.Policies;

/// <summary>Days in force, both inclusive; null is open.</summary>
internal sealed record InForce(DateOnly? From, DateOnly? Until)
{
    public string In(Language language) => (From, Until, language) switch
    {
        (null, null, Language.Chinese) => "没有写日期",
        (null, null, _) => "no dates in the text",
        ({ } from, null, Language.Chinese) => $"{from:yyyy-MM-dd}起",
        ({ } from, null, _) => $"from {from:yyyy-MM-dd}",
        (null, { } until, Language.Chinese) => $"到{until:yyyy-MM-dd}",
        (null, { } until, _) => $"until {until:yyyy-MM-dd}",
        ({ } from, { } until, Language.Chinese) => $"{from:yyyy-MM-dd}至{until:yyyy-MM-dd}",
        ({ } from, { } until, _) => $"{from:yyyy-MM-dd} to {until:yyyy-MM-dd}",
    };
}

/// <summary>A rule as the command line shows it: what it says, whose it is, on which clause, from when, and where it stands.</summary>
internal sealed record RuleView
{
    public required string Quantity { get; init; }

    public required Bilingual Label { get; init; }

    public required string Rule { get; init; }

    public required string Division { get; init; }

    public required Bilingual Place { get; init; }

    public required Bilingual Sentence { get; init; }

    public required IReadOnlyList<string> Cites { get; init; }

    public required IReadOnlyList<Bilingual> Clauses { get; init; }

    public required InForce InForce { get; init; }

    public required Standing Standing { get; init; }

    public required Strength Strength { get; init; }

    public required bool Confirmed { get; init; }

    public required IReadOnlyList<string> Replaces { get; init; }

    public required string? Restates { get; init; }

    public required string Handler { get; init; }

    public required Bilingual? Note { get; init; }

    public required Bilingual? Reading { get; init; }

    public required IReadOnlyList<Bilingual> Items { get; init; }

    /// <summary>Worked cases beside the rule, and those elsewhere that expect it by name.</summary>
    public required int Cases { get; init; }

    public required string File { get; init; }

    public required int Line { get; init; }

    public static RuleView Of(PolicyFolder folder, QuantityHeader header, Rule rule) => new()
    {
        Quantity = header.Id,
        Label = header.Label,
        Rule = rule.Id,
        Division = rule.Division.ToString("00", CultureInfo.InvariantCulture),
        Place = Both(language => PolicyFolder.NameOf(rule.Division, language) ?? rule.Division.ToString("00", CultureInfo.InvariantCulture)),
        Sentence = Both(language => folder.Renderer(language).Rule(rule, header)),
        Cites = [.. rule.Cites.Select(cite => cite.ToString())],
        Clauses = [.. rule.Cites.Select(cite => Both(language => folder.NameOf(cite, language)))],
        InForce = new InForce(rule.From, rule.Until),
        Standing = StandingOf(folder, rule),
        Strength = rule.Strength,
        Confirmed = rule.Confirmed,
        Replaces = rule.Replaces,
        Restates = rule.Restates,
        Handler = rule.Handler ?? header.Handler,
        Note = rule.Note,
        Reading = rule.Reading,
        Items = rule.Items,
        Cases = folder.Pack.Cases.Count(item => item.Quantity == header.Id
            && (item.Division == rule.Division || item.Expectations.Any(expectation => expectation.Members.GetValueOrDefault("rule") == rule.Id))),
        File = folder.PathOf(rule.Position),
        Line = rule.Position.Line,
    };

    public string StandingIn(Language language) => (Standing, language) switch
    {
        (Standing.InForce, Language.Chinese) => "现行有效",
        (Standing.InForce, _) => "in force",
        (Standing.Guidance, Language.Chinese) => "对各级政府的指导",
        (Standing.Guidance, _) => "guidance to governments",
        (Standing.Draft, Language.Chinese) => "征求意见稿，只作参考",
        (Standing.Draft, _) => "draft, advisory only",
        (_, Language.Chinese) => "已废止",
        _ => "repealed",
    } + (Confirmed ? "" : language == Language.English ? ", not yet checked against its text" : "，原文尚待核对");

    public void Print(Language language)
    {
        var english = language == Language.English;
        Console.WriteLine($"  {Rule}  {Place.In(language)}  {StandingIn(language)}  {InForce.In(language)}");
        Console.WriteLine($"      {File}:{Line}");
        Console.WriteLine($"      {string.Join(english ? "; " : "；", Cites.Zip(Clauses, (cite, clause) => $"{clause.In(language)} ({cite})"))}");
        Console.WriteLine($"      {Sentence.In(language)}");
    }

    // Among documents the one that binds most decides; national law by itself is in force.
    private static Standing StandingOf(PolicyFolder folder, Rule rule) => rule.IsDraft
        ? Standing.Draft
        : rule.Cites.Select(cite => folder.Pack.Documents.GetValueOrDefault(cite.Document)).OfType<PolicyDocument>()
            .Select(document => document.Standing).Where(standing => standing != Standing.Draft).DefaultIfEmpty(Standing.InForce).Min();

    private static Bilingual Both(Func<Language, string> text) => new(text(Language.Chinese), text(Language.English));
}
