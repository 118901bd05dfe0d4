using System.Buffers;
using System.Text.Json;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Cradle.Rules.Tests.Packs;
using FsCheck;
using FsCheck.Fluent;

namespace Cradle.Rules.Tests.Facts;

/// <summary>What holds of every text that anybody sends: it is answered or refused with reasons, and nothing throws.</summary>
public class FamilyReaderLawTests
{
    private static readonly FamilyReader Reader = new(RealPack.Vocabulary, RealPack.Divisions);
    private static readonly Evaluator Evaluator = new(RealPack.Policy);

    [Fact]
    public void Any_tree_is_read_or_refused_with_reasons() => Prop.ForAll(RandomFamilies.Trees, IsHandled).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void A_spoilt_example_is_read_or_refused_with_reasons() => Prop.ForAll(RandomFamilies.SpoiltExamples, IsHandled).Check(Config.QuickThrowOnFailure.WithMaxTest(600));

    [Fact]
    public void Any_text_is_read_or_refused_with_reasons() => Prop.ForAll<string?>(text => IsHandled(text ?? "")).QuickCheckThrowOnFailure();

    private static bool IsHandled(string json)
    {
        var reading = Reader.Read(json, new DateOnly(2026, 3, 1));
        var problems = reading.Errors.Concat(reading.Warnings);
        if (reading.Facts is null != reading.Errors.Count > 0 || !problems.All(problem => problem is { Reason: { Zh.Length: > 0, En.Length: > 0 }, Remedy: { Zh.Length: > 0, En.Length: > 0 } }))
            return false;
        if (reading.Facts is not { } facts)
            return true;
        var written = new ArrayBufferWriter<byte>();
        AnswerWriter.Write(written, Evaluator.Evaluate(facts), reading.Warnings, Language.English);
        return new Utf8JsonReader(written.WrittenSpan).Read();
    }
}
