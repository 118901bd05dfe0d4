using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Explain;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Facts;

/// <summary>Writes an answer as the JSON contract of the CLI and the API.</summary>
public static class AnswerWriter
{
    private static readonly byte[][] Statuses = [.. Enum.GetValues<OutcomeStatus>().Select(status => AnswerTexts.Quoted(NameOf(status)))];
    private static readonly ConcurrentDictionary<string, byte[]> Words = new();   // beneficiaries and units: closed lists of the packs

    /// <summary>The whole answer, UTF-8.</summary>
    /// <param name="answer">What was evaluated.</param>
    /// <param name="warnings">What was noticed while the family was read; what the answer leaves in doubt is added (<see cref="AnswerDoubts"/>).</param>
    /// <param name="language">Language of texts.</param>
    /// <param name="because">A sentence of explanation per outcome, or null for none.</param>
    /// <param name="indented">Whether to break lines.</param>
    public static byte[] Write(Answer answer, IReadOnlyList<FactProblem> warnings, Language language, Func<Outcome, Reason?>? because = null, bool indented = false)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        Write(buffer, answer, warnings, language, because);
        return indented ? Indented(buffer.WrittenMemory) : buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes the whole answer, UTF-8, into a buffer such as the body of a response; an answer is long enough that a copy is felt.</summary>
    /// <inheritdoc cref="Write(Answer, IReadOnlyList{FactProblem}, Language, Func{Outcome, Reason?}, bool)"/>
    public static void Write(IBufferWriter<byte> output, Answer answer, IReadOnlyList<FactProblem> warnings, Language language, Func<Outcome, Reason?>? because = null)
    {
        var writer = new Utf8Output(output);
        writer.Add("{\"asOf\":"u8);
        writer.AddDay(answer.AsOf);
        writer.Add(",\"outcomes\":["u8);
        for (var index = 0; index < answer.Outcomes.Count; index++)
        {
            if (index > 0)
                writer.Add(","u8);
            Write(ref writer, answer.Outcomes[index], language, because?.Invoke(answer.Outcomes[index]));
        }

        writer.Add("],\"nextQuestion\":"u8);
        if (answer.NextQuestion is { } next)
        {
            writer.Add("{\"fact\":"u8);
            writer.AddText(next.Path.ToString());
            writer.Add(",\"settles\":"u8);
            writer.AddNumber(next.Settles);
            writer.Add(",\"text\":"u8);
            writer.AddText(Questions.Text(next.Path, language));
            writer.Add("}"u8);
        }
        else
        {
            writer.Add("null"u8);
        }

        var noticed = AnswerDoubts.Of(answer) is { Count: > 0 } doubts ? [.. warnings, .. doubts] : warnings;
        if (noticed.Count > 0)
            WriteWarnings(ref writer, noticed, language);
        writer.Add("}"u8);
        writer.Flush();
    }

    /// <summary>Writes one outcome, UTF-8.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="outcome">The outcome.</param>
    /// <param name="language">Language of texts.</param>
    public static void Write(IBufferWriter<byte> output, Outcome outcome, Language language)
    {
        var writer = new Utf8Output(output);
        Write(ref writer, outcome, language, because: null);
        writer.Flush();
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
        if (AnswerTexts.OpenExtension(outcome, language) is { } open)
            yield return open;
    }

    private static void Write(ref Utf8Output writer, Outcome outcome, Language language, Reason? because)
    {
        if (SharedOutcomes.Find(outcome) is { } shared)
            writer.Add(shared.In(language) ?? shared.Keep(language, WrittenAlone(outcome, language)));
        else
            WriteMembers(ref writer, outcome, language);
        if (because is not null)
        {
            writer.Add(",\"because\":"u8);
            writer.Add(because.Quoted);
        }

        writer.Add("}"u8);
    }

    private static byte[] WrittenAlone(Outcome outcome, Language language)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        var writer = new Utf8Output(buffer);
        WriteMembers(ref writer, outcome, language);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>All members but the reason, without the brace at the end.</summary>
    private static void WriteMembers(ref Utf8Output writer, Outcome outcome, Language language)
    {
        var header = AnswerTexts.Of(outcome.Header);
        writer.Add(header.Opening(language));
        writer.Add(Word(outcome.Beneficiary));
        if (outcome.Child is { } child)
        {
            writer.Add(",\"child\":"u8);
            writer.AddNumber(child);
        }

        writer.Add(",\"status\":"u8);
        writer.Add(Statuses[(int)outcome.Status]);
        if (outcome.IsDraft)
            writer.Add(",\"draft\":true"u8);
        WriteFigures(ref writer, outcome);
        writer.Add(",\"from\":"u8);
        writer.AddDay(outcome.From);
        writer.Add(",\"until\":"u8);
        writer.AddDay(outcome.Until);
        if (outcome.Rule is { } rule)
            WriteRule(ref writer, rule, outcome, language);
        writer.Add(outcome.Rule is { Handler: not null } special ? AnswerTexts.Of(special).Handler : header.Handler);
        WriteMissing(ref writer, outcome);
        WriteNotes(ref writer, outcome, language);
    }

    private static void WriteFigures(ref Utf8Output writer, Outcome outcome)
    {
        writer.Add(",\"value\":"u8);
        if (outcome.Value is { } value)
            writer.AddText(ValueFormat.Text(value, outcome));
        else
            writer.Add("null"u8);
        writer.Add(",\"unit\":"u8);
        writer.Add(outcome.Unit == "flag" ? "null"u8 : Word(outcome.Unit));
        if (outcome.Bounds is var (low, high))
        {
            writer.Add(",\"bounds\":["u8);
            writer.AddText(ValueFormat.Text(low, outcome));
            writer.Add(","u8);
            writer.AddText(ValueFormat.Text(high, outcome));
            writer.Add("]"u8);
        }
        else
        {
            writer.Add(",\"bounds\":null"u8);
        }

        if (outcome.AtLeast)
            writer.Add(",\"atLeast\":true"u8);
        if (outcome.AtMost)
            writer.Add(",\"atMost\":true"u8);
        if (outcome is { Added: { } added, Extension: { } extension })
        {
            writer.Add(",\"parts\":["u8);
            WritePart(ref writer, outcome.Header.Id, outcome.Value!.Value - added, outcome);
            writer.Add(","u8);
            WritePart(ref writer, extension.Header.Id, added, extension);
            writer.Add("]"u8);
        }

        if (outcome.CountedIn is { } whole)
        {
            writer.Add(",\"countedIn\":"u8);
            writer.AddText(whole);
        }
    }

    private static void WritePart(ref Utf8Output writer, string quantity, long value, Outcome outcome)
    {
        writer.Add("{\"quantity\":"u8);
        writer.AddText(quantity);
        writer.Add(",\"value\":"u8);
        writer.AddText(ValueFormat.Text(value, outcome));
        writer.Add("}"u8);
    }

    private static void WriteRule(ref Utf8Output writer, Rule rule, Outcome outcome, Language language)
    {
        var texts = AnswerTexts.Of(rule);
        writer.Add(texts.BeforeCites);
        writer.Add(outcome.Voices.Count == 1 ? AnswerTexts.Of(outcome.Voices[0]).CitesListed : AnswerTexts.Listed(outcome.Voices.SelectMany(voice => AnswerTexts.Of(voice).Cites).Distinct()));
        writer.Add(texts.AfterCites(language));
    }

    private static void WriteMissing(ref Utf8Output writer, Outcome outcome)
    {
        writer.Add(",\"missing\":["u8);
        for (var index = 0; index < outcome.Missing.Count; index++)
        {
            if (index > 0)
                writer.Add(","u8);
            writer.AddText(outcome.Missing[index].ToString());
        }

        writer.Add("]"u8);
    }

    private static void WriteNotes(ref Utf8Output writer, Outcome outcome, Language language)
    {
        writer.Add(",\"notes\":["u8);
        var first = true;
        foreach (var rule in outcome.Voices)
        {
            var notes = AnswerTexts.Of(rule).Notes(Leads(rule, outcome), language);
            if (notes.Length == 0)
                continue;
            if (!first)
                writer.Add(","u8);
            writer.Add(notes);
            first = false;
        }

        if (AnswerTexts.OpenExtension(outcome, language) is { } open)
        {
            if (!first)
                writer.Add(","u8);
            writer.AddText(open);
        }

        writer.Add("]"u8);
    }

    private static void WriteWarnings(ref Utf8Output writer, IReadOnlyList<FactProblem> warnings, Language language)
    {
        writer.Add(",\"warnings\":["u8);
        foreach (var (index, problem) in warnings.Index())
        {
            writer.Add(index == 0 ? "{\"field\":"u8 : ",{\"field\":"u8);
            writer.AddText(problem.Path);
            writer.Add(",\"code\":"u8);
            writer.AddText(problem.Code);
            writer.Add(",\"reason\":"u8);
            writer.AddText(problem.Reason.In(language));
            writer.Add(",\"remedy\":"u8);
            writer.AddText(problem.Remedy.In(language));
            writer.Add("}"u8);
        }

        writer.Add("]"u8);
    }

    private static bool Leads(Rule rule, Outcome outcome) => outcome.AtLeast && ReferenceEquals(rule, outcome.Rule) && outcome.Voices.Any(voice => voice.NotSet is not null);

    private static byte[] Word(string word) => Words.GetOrAdd(word, AnswerTexts.Quoted);

    private static byte[] Indented(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        var buffer = new ArrayBufferWriter<byte>(json.Length * 2);
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = AnswerTexts.Encoder, Indented = true }))
            document.WriteTo(writer);
        return buffer.WrittenSpan.ToArray();
    }
}
