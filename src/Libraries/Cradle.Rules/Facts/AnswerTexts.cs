using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Facts;

/// <summary>
/// The texts of a quantity or a rule as an answer prints them, escaped and in UTF-8 once for all answers:
/// most of an answer is text that never changes.
/// </summary>
internal static class AnswerTexts
{
    /// <summary>Chinese stands as it is; what could end a script or an attribute is escaped.</summary>
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    private static readonly ConditionalWeakTable<QuantityHeader, QuantityTexts> Quantities = [];
    private static readonly ConditionalWeakTable<Rule, RuleTexts> Rules = [];

    public static QuantityTexts Of(QuantityHeader header) => Quantities.GetValue(header, static header => new QuantityTexts(header));

    public static RuleTexts Of(Rule rule) => Rules.GetValue(rule, static rule => new RuleTexts(rule));

    public static JsonEncodedText Encode(string text) => JsonEncodedText.Encode(text, Encoder);

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
}

/// <summary>The texts of a quantity.</summary>
internal sealed class QuantityTexts(QuantityHeader header)
{
    private readonly JsonEncodedText[] _label = [AnswerTexts.Encode(header.Label.Zh), AnswerTexts.Encode(header.Label.En)];

    public JsonEncodedText Id { get; } = AnswerTexts.Encode(header.Id);

    public JsonEncodedText Topic { get; } = AnswerTexts.Encode(header.Topic);

    public JsonEncodedText Handler { get; } = AnswerTexts.Encode(header.Handler);

    public JsonEncodedText Label(Language language) => _label[(int)language];
}

/// <summary>The texts of a rule.</summary>
internal sealed class RuleTexts(Rule rule)
{
    private readonly JsonEncodedText[][] _items = InBoth(language => rule.Items.Select(item => item.In(language)));
    private readonly JsonEncodedText[][] _notes = InBoth(language => AnswerTexts.NotesOf(rule, leads: false, language));
    private readonly JsonEncodedText[][] _leadingNotes = InBoth(language => AnswerTexts.NotesOf(rule, leads: true, language));

    public JsonEncodedText Id { get; } = AnswerTexts.Encode(rule.Id);

    public JsonEncodedText Strength { get; } = AnswerTexts.Encode(rule.Strength.ToString().ToLowerInvariant());

    public JsonEncodedText Region { get; } = AnswerTexts.Encode(rule.Division.ToString("00", CultureInfo.InvariantCulture));

    public JsonEncodedText? Handler { get; } = rule.Handler is null ? null : AnswerTexts.Encode(rule.Handler);

    public JsonEncodedText[] Cites { get; } = [.. rule.Cites.Select(cite => cite.ToString()).Distinct().Select(AnswerTexts.Encode)];

    public JsonEncodedText[] Items(Language language) => _items[(int)language];

    public JsonEncodedText[] Notes(bool leads, Language language) => (leads ? _leadingNotes : _notes)[(int)language];

    private static JsonEncodedText[][] InBoth(Func<Language, IEnumerable<string>> texts) =>
        [[.. texts(Language.Chinese).Select(AnswerTexts.Encode)], [.. texts(Language.English).Select(AnswerTexts.Encode)]];
}
