using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Facts;

/// <summary>Writes an answer as the JSON contract of the CLI and the API.</summary>
public static class AnswerWriter
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The whole answer, UTF-8.</summary>
    /// <param name="answer">What was evaluated.</param>
    /// <param name="warnings">What was noticed while the family was read.</param>
    /// <param name="language">Language of texts.</param>
    /// <param name="because">A sentence of explanation per outcome, or null for none.</param>
    /// <param name="indented">Whether to break lines.</param>
    public static byte[] Write(Answer answer, IReadOnlyList<FactProblem> warnings, Language language, Func<Outcome, string?>? because = null, bool indented = false)
    {
        var buffer = new MemoryStream(16 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, Compact with { Indented = indented }))
            Write(writer, answer, warnings, language, because);
        return buffer.ToArray();
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
        {
            if (rule.NotSet is { } open)
                yield return language == Language.English
                    ? $"{open.What.En}: set by {open.By.En}; none is on file here."
                    : $"{open.What.Zh}由{open.By.Zh}规定，本平台尚未录入。";
            if (outcome.AtLeast && rule == outcome.Rule)
                yield return language == Language.English ? "This is the least; the place may set more." : "这是最低标准，当地可以更高。";
            if (rule.Note is { } note)
                yield return note.In(language);
            if (rule.Reading is { } reading)
                yield return reading.In(language);
            if (!rule.Confirmed)
                yield return language == Language.English ? "National law behind the texts; not yet checked against its wording." : "依据国家规定，原文尚待核对。";
        }
    }

    /// <summary>Writes one outcome.</summary>
    public static void Write(Utf8JsonWriter writer, Outcome outcome, Language language, string? because)
    {
        writer.WriteStartObject();
        writer.WriteString("quantity", outcome.Header.Id);
        writer.WriteString("label", outcome.Header.Label.In(language));
        writer.WriteString("topic", outcome.Header.Topic);
        writer.WriteString("beneficiary", outcome.Beneficiary);
        if (outcome.Child is { } child)
            writer.WriteNumber("child", child);
        writer.WriteString("status", NameOf(outcome.Status));
        if (outcome.IsDraft)
            writer.WriteBoolean("draft", true);
        WriteNullable(writer, "value", outcome.Value is { } value ? ValueFormat.Text(value, outcome) : null);
        WriteNullable(writer, "unit", outcome.Unit == "flag" ? null : outcome.Unit);
        WriteBounds(writer, outcome);
        if (outcome.AtLeast)
            writer.WriteBoolean("atLeast", true);
        WriteNullable(writer, "from", Day(outcome.From));
        WriteNullable(writer, "until", Day(outcome.Until));
        if (outcome.Rule is { } rule)
        {
            writer.WriteString("strength", rule.Strength.ToString().ToLowerInvariant());
            writer.WriteString("region", rule.Division.ToString("00", CultureInfo.InvariantCulture));
            WriteList(writer, "cites", outcome.Voices.SelectMany(voice => voice.Cites).Select(cite => cite.ToString()).Distinct());
            writer.WriteString("rule", rule.Id);
            if (rule.Items.Count > 0)
                WriteList(writer, "items", rule.Items.Select(item => item.In(language)));
            if (!rule.Confirmed)
                writer.WriteBoolean("confirmed", false);
        }

        writer.WriteString("handler", outcome.Handler);
        WriteList(writer, "missing", outcome.Missing.Select(path => path.ToString()));
        WriteList(writer, "notes", NotesOf(outcome, language));
        if (because is not null)
            writer.WriteString("because", because);
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
        writer.WriteString("asOf", Day(answer.AsOf));
        writer.WriteStartArray("outcomes");
        foreach (var outcome in answer.Outcomes)
            Write(writer, outcome, language, because?.Invoke(outcome));
        writer.WriteEndArray();
        if (answer.NextQuestion is { } next)
        {
            writer.WriteStartObject("nextQuestion");
            writer.WriteString("fact", next.Path.ToString());
            writer.WriteNumber("settles", next.Settles);
            writer.WriteString("text", Questions.Text(next.Path, language));
            writer.WriteEndObject();
        }
        else
        {
            writer.WriteNull("nextQuestion");
        }

        if (warnings.Count > 0)
            Write(writer, "warnings", warnings, language);
        writer.WriteEndObject();
    }

    private static void WriteBounds(Utf8JsonWriter writer, Outcome outcome)
    {
        if (outcome.Bounds is not var (low, high))
        {
            writer.WriteNull("bounds");
            return;
        }

        writer.WriteStartArray("bounds");
        writer.WriteStringValue(ValueFormat.Text(low, outcome));
        writer.WriteStringValue(ValueFormat.Text(high, outcome));
        writer.WriteEndArray();
    }

    private static void WriteList(Utf8JsonWriter writer, string name, IEnumerable<string> items)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
            writer.WriteStringValue(item);
        writer.WriteEndArray();
    }

    private static void WriteNullable(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is null)
            writer.WriteNull(name);
        else
            writer.WriteString(name, value);
    }

    private static string? Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
