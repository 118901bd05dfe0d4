using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Explain;

/// <summary>How a step of an explanation turned out.</summary>
public enum StepState
{
    /// <summary>It holds.</summary>
    Holds,

    /// <summary>It does not hold.</summary>
    Fails,

    /// <summary>A fact is missing.</summary>
    Missing,

    /// <summary>It was looked at and not used, e.g. a replaced rule.</summary>
    NotUsed,

    /// <summary>The text leaves it open, and a reading was chosen.</summary>
    Open,
}

/// <summary>One step: what was asked, how it turned out, from which facts and clauses, and the steps below it.</summary>
public sealed record Step(StepState State, string Title, string? Detail, IReadOnlyList<Citation> Cites, IReadOnlyList<Step> Steps);

/// <summary>Something that would change the answer, and what it would become.</summary>
/// <param name="If">The change, in words.</param>
/// <param name="Then">What the answer would be.</param>
public sealed record WhatIf(string If, string Then);

/// <summary>Why an outcome is what it is.</summary>
/// <param name="Outcome">The outcome explained.</param>
/// <param name="Sentence">The rule as one sentence.</param>
/// <param name="Because">One short sentence of reason.</param>
/// <param name="Steps">The way to the answer, in reading order.</param>
/// <param name="Changes">What would change it.</param>
public sealed record Explanation(Outcome Outcome, string Sentence, string Because, IReadOnlyList<Step> Steps, IReadOnlyList<WhatIf> Changes);
