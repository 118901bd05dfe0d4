using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Facts;

/// <summary>
/// The members of an answer that never change for a quantity or a rule, as JSON in UTF-8, made once for all answers:
/// nearly all of an answer is text of that kind.
/// </summary>
internal static class AnswerTexts
{
    /// <summary>Chinese stands as it is; what could end a script or an attribute is escaped.</summary>
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    private static readonly ConditionalWeakTable<QuantityHeader, QuantityTexts> Quantities = [];
    private static readonly ConditionalWeakTable<Rule, RuleTexts> Rules = [];

    public static QuantityTexts Of(QuantityHeader header) => Quantities.GetValue(header, static header => new QuantityTexts(header));

    public static RuleTexts Of(Rule rule) => Rules.GetValue(rule, static rule => new RuleTexts(rule));

    /// <summary>A text with its quotes, escaped.</summary>
    public static byte[] Quoted(string text) => [(byte)'"', .. JsonEncodedText.Encode(text, Encoder).EncodedUtf8Bytes, (byte)'"'];

    /// <summary>Texts with their quotes, escaped, a comma between them.</summary>
    public static byte[] Listed(IEnumerable<string> texts) => [.. texts.SelectMany((text, index) => index == 0 ? Quoted(text) : [(byte)',', .. Quoted(text)])];

    /// <summary>What is said about a rule that speaks in an answer: what is not set, note, reading, what is unconfirmed.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="leads">Whether it gave an answer to which a text leaves open that it may be more.</param>
    /// <param name="language">Language of the texts.</param>
    public static IEnumerable<string> NotesOf(Rule rule, bool leads, Language language)
    {
        if (rule.NotSet is { } open)
            yield return language == Language.English
                ? $"{open.What.En}: set by {open.By.En}; none is on file here."
                : $"{open.What.Zh}由{open.By.Zh}规定，本平台尚未录入。";
        if (leads)
            yield return language == Language.English ? "This is the least; the place may set more." : "这是最低标准，当地可以更高。";
        if (rule.Note is { } note)
            yield return note.In(language);
        if (rule.Reading is { } reading)
            yield return reading.In(language);
        if (!rule.Confirmed)
            yield return language == Language.English ? "National law behind the texts; not yet checked against its wording." : "依据国家规定，原文尚待核对。";
    }

    /// <summary>What may still be added once facts are known; null where nothing waits.</summary>
    public static string? OpenExtension(Outcome outcome, Language language)
    {
        if (outcome is not { Value: not null, Extension: { Status: OutcomeStatus.Unknown } open })
            return null;
        var facts = open.Missing.Select(path => Questions.Name(path, language)).Distinct();
        return language == Language.English
            ? $"{open.Header.Label.En} may come on top; needed: {string.Join(", ", facts)}."
            : $"{open.Header.Label.Zh}还没有算进去，还差：{string.Join("、", facts)}。";
    }

    /// <summary>One value for each language.</summary>
    public static byte[][] InBoth(Func<Language, byte[]> text) => [text(Language.Chinese), text(Language.English)];
}

/// <summary>The texts of a quantity.</summary>
internal sealed class QuantityTexts(QuantityHeader header)
{
    private readonly byte[][] _opening = AnswerTexts.InBoth(language =>
    [
        .. "{\"quantity\":"u8, .. AnswerTexts.Quoted(header.Id), .. ",\"label\":"u8, .. AnswerTexts.Quoted(header.Label.In(language)),
        .. ",\"topic\":"u8, .. AnswerTexts.Quoted(header.Topic), .. ",\"beneficiary\":"u8,
    ]);

    public byte[] Handler { get; } = [.. ",\"handler\":"u8, .. AnswerTexts.Quoted(header.Handler)];

    /// <summary>From the brace of an outcome up to its beneficiary.</summary>
    public byte[] Opening(Language language) => _opening[(int)language];
}

/// <summary>The texts of a rule.</summary>
internal sealed class RuleTexts(Rule rule)
{
    private readonly byte[][] _afterCites = AnswerTexts.InBoth(language =>
    [
        .. "],\"rule\":"u8, .. AnswerTexts.Quoted(rule.Id),
        .. rule.Items.Count == 0 ? [] : (byte[])[.. ",\"items\":["u8, .. AnswerTexts.Listed(rule.Items.Select(item => item.In(language))), (byte)']'],
        .. rule.Confirmed ? ""u8 : ",\"confirmed\":false"u8,
    ]);

    private readonly byte[][] _notes = AnswerTexts.InBoth(language => AnswerTexts.Listed(AnswerTexts.NotesOf(rule, leads: false, language)));
    private readonly byte[][] _leadingNotes = AnswerTexts.InBoth(language => AnswerTexts.Listed(AnswerTexts.NotesOf(rule, leads: true, language)));

    public byte[] BeforeCites { get; } =
    [
        .. ",\"strength\":"u8, .. AnswerTexts.Quoted(rule.Strength.ToString().ToLowerInvariant()),
        .. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $",\"region\":\"{rule.Division:00}\",\"cites\":[")),
    ];

    public string[] Cites { get; } = [.. rule.Cites.Select(cite => cite.ToString()).Distinct()];

    public byte[] CitesListed { get; } = AnswerTexts.Listed(rule.Cites.Select(cite => cite.ToString()).Distinct());

    public byte[]? Handler { get; } = rule.Handler is null ? null : [.. ",\"handler\":"u8, .. AnswerTexts.Quoted(rule.Handler)];

    public byte[] AfterCites(Language language) => _afterCites[(int)language];

    public byte[] Notes(bool leads, Language language) => (leads ? _leadingNotes : _notes)[(int)language];
}
