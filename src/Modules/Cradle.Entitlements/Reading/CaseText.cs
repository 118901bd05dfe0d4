namespace Cradle.Entitlements.Reading;

/// <summary>A worked case as a reader can follow it: what is given, and what must come of it.</summary>
/// <param name="Name">What it shows; Chinese.</param>
/// <param name="Scenario">The acceptance scenario it plays, if any.</param>
/// <param name="Place">The place whose rules it checks.</param>
/// <param name="Given">Who, and the facts known of them.</param>
/// <param name="Then">The outcomes expected.</param>
public sealed record CaseText(string Name, string? Scenario, string Place, IReadOnlyList<GivenFacts> Given, IReadOnlyList<ExpectedOutcome> Then);

/// <summary>The facts of one member of the family.</summary>
public sealed record GivenFacts(string Who, IReadOnlyList<string> Facts);

/// <summary>One expected outcome: a status where one is named, and everything else in words.</summary>
public sealed record ExpectedOutcome(string Who, string? Status, bool IsDraft, string Text, IReadOnlyList<string> Rules);
