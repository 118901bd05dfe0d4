using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Facts;

/// <summary>Writes an answer as the JSON contract of the CLI and the API.</summary>
public static class AnswerWriter
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = AnswerTexts.Encoder };
    private static readonly JsonEncodedText[] Statuses = [.. Enum.GetValues<OutcomeStatus>().Select(NameOf).Select(AnswerTexts.Encode)];
    private static readonly ConcurrentDictionary<string, JsonEncodedText> Beneficiaries = new();

    /// <summary>The whole answer, UTF-8.</summary>
    /// <param name="answer">What was evaluated.</param>
    /// <param name="warnings">What was noticed while the family was read.</param>
    /// <param name="language">Language of texts.</param>
    /// <param name="because">A sentence of explanation per outcome, or null for none.</param>
    /// <param name="indented">Whether to break lines.</param>
    public static byte[] Write(Answer answer, IReadOnlyList<FactProblem> warnings, Language language, Func<Outcome, string?>? because = null, bool indented = false)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        Write(buffer, answer, warnings, language, because, indented);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the whole answer, UTF-8, into a buffer such as the body of a response; an answer is long enough that a copy is felt.</summary>
    /// <inheritdoc cref="Write(Answer, IReadOnlyList{FactProblem}, Language, Func{Outcome, string?}, bool)"/>
    public static void Write(
        IBufferWriter<byte> output, Answer answer, IReadOnlyList<FactProblem> warnings, Language language, Func<Outcome, string?>? because = null, bool indented = false)
    {
        using var writer = new Utf8JsonWriter(output, Compact with { Indented = indented });
        Write(writer, answer, warnings, language, because);
    }

    /// <summary>The name of a status in the contract.</summary>
    public static string NameOf(OutcomeStatus status) => status switch
    {
        OutcomeStatus.NotEntitled => "notEntitled",
        OutcomeStatus.NotSet => "notSet",
        OutcomeStatus.NotYet => "notYet",
        _ => status.ToString().ToLowerInvariant(),
    };

    /// <summary>What is said about an outcome beside its value: notes, readings, what is not set, what is unconfirmed.</summary>
    public static IEnumerable<string> NotesOf(Outcome outcome, Language language)
    {
        foreach (var rule in outcome.Voices)
            foreach (var note in AnswerTexts.NotesOf(rule, Leads(rule, outcome), language))
                yield return note;
    }

    /// <summary>Writes one outcome.</summary>
    public static void Write(Utf8JsonWriter writer, Outcome outcome, Language language, string? because)
    {
        var header = AnswerTexts.Of(outcome.Header);
        writer.WriteStartObject();
        writer.WriteString(Member.Quantity, header.Id);
        writer.WriteString(Member.Label, header.Label(language));
        writer.WriteString(Member.Topic, header.Topic);
        writer.WriteString(Member.Beneficiary, Beneficiaries.GetOrAdd(outcome.Beneficiary, AnswerTexts.Encode));
        if (outcome.Child is { } child)
            writer.WriteNumber(Member.Child, child);
        writer.WriteString(Member.Status, Statuses[(int)outcome.Status]);
        if (outcome.IsDraft)
            writer.WriteBoolean(Member.Draft, true);
        if (outcome.Value is { } value)
            writer.WriteString(Member.Value, ValueFormat.Text(value, outcome));
        else
            writer.WriteNull(Member.Value);
        if (outcome.Unit == "flag")
            writer.WriteNull(Member.Unit);
        else
            writer.WriteString(Member.Unit, outcome.Unit);
        WriteBounds(writer, outcome);
        if (outcome.AtLeast)
            writer.WriteBoolean(Member.AtLeast, true);
        WriteDay(writer, Member.From, outcome.From);
        WriteDay(writer, Member.Until, outcome.Until);
        if (outcome.Rule is { } rule)
            WriteRule(writer, rule, outcome, language);
        writer.WriteString(Member.Handler, outcome.Rule is { Handler: not null } special ? AnswerTexts.Of(special).Handler!.Value : header.Handler);
        WriteMissing(writer, outcome);
        WriteNotes(writer, outcome, language);
        if (because is not null)
            writer.WriteString(Member.Because, because);
        writer.WriteEndObject();
    }

    /// <summary>Writes a list of problems, each with field, reason and remedy.</summary>
    public static void Write(Utf8JsonWriter writer, string name, IReadOnlyList<FactProblem> problems, Language language)
    {
        writer.WriteStartArray(name);
        foreach (var problem in problems)
        {
            writer.WriteStartObject();
            writer.WriteString("field", problem.Path);
            writer.WriteString("code", problem.Code);
            writer.WriteString("reason", problem.Reason.In(language));
            writer.WriteString("remedy", problem.Remedy.In(language));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Answer answer, IReadOnlyList<FactProblem> warnings, Language language, Func<Outcome, string?>? because)
    {
        writer.WriteStartObject();
        WriteDay(writer, Member.AsOf, answer.AsOf);
        writer.WriteStartArray(Member.Outcomes);
        foreach (var outcome in answer.Outcomes)
            Write(writer, outcome, language, because?.Invoke(outcome));
        writer.WriteEndArray();
        if (answer.NextQuestion is { } next)
        {
            writer.WriteStartObject(Member.NextQuestion);
            writer.WriteString(Member.Fact, next.Path.ToString());
            writer.WriteNumber(Member.Settles, next.Settles);
            writer.WriteString(Member.Text, Questions.Text(next.Path, language));
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull(Member.NextQuestion);
        }

        if (warnings.Count > 0)
            Write(writer, "warnings", warnings, language);
        writer.WriteEndObject();
    }

    private static bool Leads(Rule rule, Outcome outcome) => outcome.AtLeast && rule == outcome.Rule;

    private static void WriteRule(Utf8JsonWriter writer, Rule rule, Outcome outcome, Language language)
    {
        var texts = AnswerTexts.Of(rule);
        writer.WriteString(Member.Strength, texts.Strength);
        writer.WriteString(Member.Region, texts.Region);
        writer.WriteStartArray(Member.Cites);
        if (outcome.Voices.Count == 1)
            WriteAll(writer, AnswerTexts.Of(outcome.Voices[0]).Cites);
        else
            WriteAll(writer, outcome.Voices.SelectMany(voice => AnswerTexts.Of(voice).Cites).Distinct());
        writer.WriteEndArray();
        writer.WriteString(Member.Rule, texts.Id);
        if (rule.Items.Count > 0)
        {
            writer.WriteStartArray(Member.Items);
            WriteAll(writer, texts.Items(language));
            writer.WriteEndArray();
        }

        if (!rule.Confirmed)
            writer.WriteBoolean(Member.Confirmed, false);
    }

    private static void WriteBounds(Utf8JsonWriter writer, Outcome outcome)
    {
        if (outcome.Bounds is not var (low, high))
        {
            writer.WriteNull(Member.Bounds);
            return;
        }

        writer.WriteStartArray(Member.Bounds);
        writer.WriteStringValue(ValueFormat.Text(low, outcome));
        writer.WriteStringValue(ValueFormat.Text(high, outcome));
        writer.WriteEndArray();
    }

    private static void WriteMissing(Utf8JsonWriter writer, Outcome outcome)
    {
        writer.WriteStartArray(Member.Missing);
        foreach (var path in outcome.Missing)
            writer.WriteStringValue(path.ToString());
        writer.WriteEndArray();
    }

    private static void WriteNotes(Utf8JsonWriter writer, Outcome outcome, Language language)
    {
        writer.WriteStartArray(Member.Notes);
        foreach (var rule in outcome.Voices)
            WriteAll(writer, AnswerTexts.Of(rule).Notes(Leads(rule, outcome), language));
        writer.WriteEndArray();
    }

    private static void WriteAll(Utf8JsonWriter writer, IEnumerable<JsonEncodedText> items)
    {
        foreach (var item in items)
            writer.WriteStringValue(item);
    }

    private static void WriteAll(Utf8JsonWriter writer, JsonEncodedText[] items)
    {
        foreach (var item in items)
            writer.WriteStringValue(item);
    }

    private static void WriteDay(Utf8JsonWriter writer, JsonEncodedText member, DateOnly? day)
    {
        Span<byte> text = stackalloc byte[10];
        if (day is not { } date)
            writer.WriteNull(member);
        else if (date.TryFormat(text, out var written, "O", CultureInfo.InvariantCulture))
            writer.WriteString(member, text[..written]);
    }

    /// <summary>The member names of the contract.</summary>
    private static class Member
    {
        public static readonly JsonEncodedText AsOf = AnswerTexts.Encode("asOf");
        public static readonly JsonEncodedText AtLeast = AnswerTexts.Encode("atLeast");
        public static readonly JsonEncodedText Because = AnswerTexts.Encode("because");
        public static readonly JsonEncodedText Beneficiary = AnswerTexts.Encode("beneficiary");
        public static readonly JsonEncodedText Bounds = AnswerTexts.Encode("bounds");
        public static readonly JsonEncodedText Child = AnswerTexts.Encode("child");
        public static readonly JsonEncodedText Cites = AnswerTexts.Encode("cites");
        public static readonly JsonEncodedText Confirmed = AnswerTexts.Encode("confirmed");
        public static readonly JsonEncodedText Draft = AnswerTexts.Encode("draft");
        public static readonly JsonEncodedText Fact = AnswerTexts.Encode("fact");
        public static readonly JsonEncodedText From = AnswerTexts.Encode("from");
        public static readonly JsonEncodedText Handler = AnswerTexts.Encode("handler");
        public static readonly JsonEncodedText Items = AnswerTexts.Encode("items");
        public static readonly JsonEncodedText Label = AnswerTexts.Encode("label");
        public static readonly JsonEncodedText Missing = AnswerTexts.Encode("missing");
        public static readonly JsonEncodedText NextQuestion = AnswerTexts.Encode("nextQuestion");
        public static readonly JsonEncodedText Notes = AnswerTexts.Encode("notes");
        public static readonly JsonEncodedText Outcomes = AnswerTexts.Encode("outcomes");
        public static readonly JsonEncodedText Quantity = AnswerTexts.Encode("quantity");
        public static readonly JsonEncodedText Region = AnswerTexts.Encode("region");
        public static readonly JsonEncodedText Rule = AnswerTexts.Encode("rule");
        public static readonly JsonEncodedText Settles = AnswerTexts.Encode("settles");
        public static readonly JsonEncodedText Status = AnswerTexts.Encode("status");
        public static readonly JsonEncodedText Strength = AnswerTexts.Encode("strength");
        public static readonly JsonEncodedText Text = AnswerTexts.Encode("text");
        public static readonly JsonEncodedText Topic = AnswerTexts.Encode("topic");
        public static readonly JsonEncodedText Unit = AnswerTexts.Encode("unit");
        public static readonly JsonEncodedText Until = AnswerTexts.Encode("until");
        public static readonly JsonEncodedText Value = AnswerTexts.Encode("value");
    }
}
