using System.Runtime.CompilerServices;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Evaluation;

/// <summary>The outcomes that many families share, with what was worked out from them once for all. Safe to share between threads.</summary>
internal static class SharedOutcomes
{
    private static readonly ConditionalWeakTable<Outcome, SharedText> Texts = [];

    /// <summary>Notes that an outcome is shared.</summary>
    public static void Add(Outcome outcome) => Texts.TryAdd(outcome, new SharedText());

    /// <summary>What is kept of an outcome; null where it is one family's own.</summary>
    public static SharedText? Find(Outcome outcome) => Texts.TryGetValue(outcome, out var text) ? text : null;
}

/// <summary>An outcome as it is written in each language, once it was.</summary>
internal sealed class SharedText
{
    private readonly byte[]?[] _texts = new byte[]?[Enum.GetValues<Language>().Length];

    /// <summary>Its JSON, UTF-8; null where it was not written yet.</summary>
    public byte[]? In(Language language) => _texts[(int)language];

    /// <summary>Keeps its JSON, and gives it back.</summary>
    public byte[] Keep(Language language, byte[] text) => _texts[(int)language] = text;
}
