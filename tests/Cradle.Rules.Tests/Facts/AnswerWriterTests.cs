using System.Buffers;
using System.Text;
using System.Text.Json;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Explain;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Cradle.Rules.Tests.Packs;

namespace Cradle.Rules.Tests.Facts;

/// <summary>The JSON contract of an answer: its members, their names and their forms.</summary>
public class AnswerWriterTests
{
    /// <summary>The example of the contract.</summary>
    private const string Example = """
        {
          "asOf": "2026-03-01",
          "residence": "220104",
          "married": true, "marriageDate": "2024-05-20",
          "mother": {
            "birthDate": "1995-03-04", "householdRegistration": "220104",
            "employment": "employed", "employerDivision": "220104",
            "medicalInsurance": "employee", "maternityInsurance": true, "poolingRegion": "2201",
            "providentFund": {"division": "2201", "ownsHome": false, "rents": true, "ownLimit": "600000.00"},
            "pregnancyWeeks": null, "breastfeeding": true, "onlyChild": true,
            "parentsInHospital": [{"birthDate": "1960-01-02", "nursingGrade": "first"}]
          },
          "father": {"birthDate": "1993-11-20", "employment": "employed", "employerDivision": "220104"},
          "children": [
            {"birthDate": "2025-08-15", "birthOrder": 2, "babies": 1, "difficultBirth": false, "registered": true,
             "householdRegistration": "220104", "insuredOn": "2025-10-01", "care": "home"},
            {"birthDate": "2021-05-09", "birthOrder": 1, "care": "kindergarten",
             "kindergarten": {"kind": "affordablePrivate", "grade": "second", "area": "city", "hardship": []}}
          ],
          "housing": {"needsPublicRental": true, "meetsGuaranteeConditions": true},
          "familyPlanning": {"onlyChildBefore2016": false, "twoDaughtersRural": false, "specialFamily": false}
        }
        """;

    private static readonly Evaluator Evaluator = new(RealPack.Policy);

    private static readonly string[] Always =
        ["quantity", "label", "topic", "beneficiary", "status", "value", "unit", "bounds", "from", "until", "handler", "missing", "notes"];

    private static readonly string[] OfARule = ["strength", "region", "cites", "rule"];

    private static readonly string[] Sometimes = ["child", "draft", "atLeast", "atMost", "parts", "countedIn", "items", "confirmed", "because"];

    private static readonly string[] StatusNames =
        ["entitled", "notEntitled", "unknown", "conflict", "advisory", "notSet", "programme", "ended", "notYet"];

    [Fact]
    public void The_example_is_read_without_a_complaint()
    {
        var reading = Read(Example);

        Assert.NotNull(reading.Facts);
        Assert.Empty(reading.Warnings);
    }

    [Fact]
    public void Maternity_leave_of_the_example_is_written_as_the_contract_shows_it()
    {
        var outcome = Outcomes(Answer(Example)).Single(item => Text(item, "quantity") == "maternity-leave" && item.GetProperty("child").GetInt32() == 0 && !item.TryGetProperty("draft", out _));

        // 180 days from 15 August 2025: 17 in August, 153 until the end of January, 10 in February
        Assert.Equal(
            ("产假", "mother", "entitled", "180", "day", "2025-08-15", "2026-02-10", "must", "22", "jl.maternity-leave", "employer"),
            (Text(outcome, "label"), Text(outcome, "beneficiary"), Text(outcome, "status"), Text(outcome, "value"), Text(outcome, "unit"), Text(outcome, "from"),
                Text(outcome, "until"), Text(outcome, "strength"), Text(outcome, "region"), Text(outcome, "rule"), Text(outcome, "handler")));
        Assert.Equal(JsonValueKind.Null, outcome.GetProperty("bounds").ValueKind);
        Assert.Contains("000/二（十二）", outcome.GetProperty("cites").EnumerateArray().Select(cite => cite.GetString()));
        Assert.Equal(0, outcome.GetProperty("missing").GetArrayLength());
        Assert.NotEqual(0, outcome.GetProperty("notes").GetArrayLength());
    }

    [Theory]
    [InlineData(Language.Chinese)]
    [InlineData(Language.English)]
    public void Every_outcome_has_the_members_of_the_contract_and_no_others(Language language)
    {
        foreach (var family in new[] { Example, "{}", """{"residence": "62", "children": [{}]}""" })
        {
            foreach (var outcome in Outcomes(Answer(family, language)))
            {
                var names = outcome.EnumerateObject().Select(member => member.Name).ToList();
                Assert.Empty(Always.Except(names));
                Assert.Empty(names.Except(Always).Except(OfARule).Except(Sometimes));
                if (names.Contains("rule"))
                    Assert.Empty(OfARule.Except(names));
                Assert.Contains(Text(outcome, "status"), StatusNames);
                AssertForms(outcome);
            }
        }
    }

    [Fact]
    public void The_answer_names_its_day_and_the_next_question()
    {
        var answer = Answer("{}");

        Assert.Equal("2026-03-01", Text(answer, "asOf"));
        var next = answer.GetProperty("nextQuestion");
        Assert.Equal(["fact", "settles", "text"], next.EnumerateObject().Select(member => member.Name));
        Assert.True(next.GetProperty("settles").GetInt32() > 0);
    }

    [Fact]
    public void When_nothing_is_left_to_ask_the_next_question_is_null()
    {
        var policy = SmallPack.Compile("floor", "cn.a | value: 5 days");
        var bytes = AnswerWriter.Write(new Evaluator(policy).Evaluate(SmallPack.Family(policy, """{"residence": "22"}""")), [], Language.Chinese);

        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(bytes).RootElement.GetProperty("nextQuestion").ValueKind);
    }

    [Fact]
    public void Warnings_stand_at_the_end_with_field_code_reason_and_remedy()
    {
        var reading = Read("""{"mariage": true}""");

        var answer = JsonDocument.Parse(AnswerWriter.Write(Evaluator.Evaluate(reading.Facts!), reading.Warnings, Language.English)).RootElement;

        var warning = Assert.Single(answer.GetProperty("warnings").EnumerateArray());
        Assert.Equal(("mariage", "unknownMember"), (Text(warning, "field"), Text(warning, "code")));
        Assert.NotEmpty(Text(warning, "reason")!);
        Assert.NotEmpty(Text(warning, "remedy")!);
        Assert.False(Answer("{}").TryGetProperty("warnings", out _));
    }

    [Fact]
    public void An_unknown_answer_names_what_is_missing_and_its_bounds_as_texts()
    {
        var policy = SmallPack.CompileWith(SmallPack.Header(unit: "CNY/month"), "floor", "cn.a | value: 10 yuan/month\ncn.b | value: 1234.50 yuan/month, when: family.married");
        var outcome = Assert.Single(Outcomes(Write(policy, """{"residence": "22"}""")));

        Assert.Equal(("unknown", JsonValueKind.Null), (Text(outcome, "status"), outcome.GetProperty("value").ValueKind));
        Assert.Equal(["10.00", "1234.50"], outcome.GetProperty("bounds").EnumerateArray().Select(bound => bound.GetString()));
        Assert.Equal(["married"], outcome.GetProperty("missing").EnumerateArray().Select(path => path.GetString()));
    }

    [Theory]
    [InlineData("CNY", "1234567.89 yuan", "1234567.89")]
    [InlineData("CNY/day", "3 yuan/day", "3.00")]
    [InlineData("percent", "12.5%", "12.5")]
    [InlineData("percent", "200%", "200")]
    [InlineData("month", "3 years", "36")]
    [InlineData("day/year", "15 days", "15")]
    [InlineData("item", "6", "6")]
    public void A_value_is_a_text_in_the_unit_of_its_quantity(string unit, string value, string expected)
    {
        var policy = SmallPack.CompileWith(SmallPack.Header(unit: unit), "floor", $"cn.a | value: {value}");
        var outcome = Assert.Single(Outcomes(Write(policy, """{"residence": "22"}""")));

        Assert.Equal((expected, unit), (Text(outcome, "value"), Text(outcome, "unit")));
    }

    [Fact]
    public void A_right_without_a_number_has_neither_value_nor_unit()
    {
        var policy = SmallPack.CompileWith(SmallPack.Header(unit: "flag"), "floor", "cn.a | handler: court");
        var outcome = Assert.Single(Outcomes(Write(policy, """{"residence": "22"}""")));

        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (outcome.GetProperty("value").ValueKind, outcome.GetProperty("unit").ValueKind));
        Assert.Equal("court", Text(outcome, "handler"));
    }

    [Fact]
    public void Chinese_stands_as_it_is_and_quotes_are_escaped()
    {
        var policy = SmallPack.CompileWith(SmallPack.Header(unit: "flag"), "floor", "cn.a | note: {zh: '说“可”与\"能\"<b>', en: 'say \"may\"'}");
        var text = Encoding.UTF8.GetString(AnswerWriter.Write(new Evaluator(policy).Evaluate(SmallPack.Family(policy, """{"residence": "22"}""")), [], Language.Chinese));

        Assert.Contains("说“可”与", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", text, StringComparison.Ordinal);
        Assert.Equal("说“可”与\"能\"<b>", Outcomes(JsonDocument.Parse(text).RootElement).Single().GetProperty("notes")[0].GetString());
    }

    [Fact]
    public void Reasons_are_written_only_where_they_are_asked_for()
    {
        var facts = Read(Example).Facts!;
        var answer = Evaluator.Evaluate(facts);

        var with = JsonDocument.Parse(AnswerWriter.Write(answer, [], Language.Chinese, outcome => outcome.Header.Id == "maternity-leave" ? new Reason("因为") : null)).RootElement;

        Assert.All(Outcomes(with), outcome => Assert.Equal(Text(outcome, "quantity") == "maternity-leave", outcome.TryGetProperty("because", out _)));
    }

    [Fact]
    public void Indented_and_compact_answers_and_those_in_a_given_buffer_say_the_same()
    {
        var reading = Read(Example);
        var answer = Evaluator.Evaluate(reading.Facts!);
        var buffer = new ArrayBufferWriter<byte>();

        AnswerWriter.Write(buffer, answer, reading.Warnings, Language.Chinese);
        var compact = AnswerWriter.Write(answer, reading.Warnings, Language.Chinese);
        var indented = AnswerWriter.Write(answer, reading.Warnings, Language.Chinese, indented: true);

        Assert.True(compact.AsSpan().SequenceEqual(buffer.WrittenSpan));
        Assert.Contains((byte)'\n', indented);
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(compact).RootElement, JsonDocument.Parse(indented).RootElement));
    }

    private static void AssertForms(JsonElement outcome)
    {
        foreach (var day in new[] { "from", "until" })
            if (outcome.GetProperty(day) is { ValueKind: JsonValueKind.String } text)
                Assert.Matches(@"^\d{4}-\d{2}-\d{2}$", text.GetString());
        if (outcome.GetProperty("value") is { ValueKind: not JsonValueKind.Null } value)
            Assert.Matches(@"^-?\d+(\.\d+)?$", value.GetString());
        if (outcome.GetProperty("bounds") is { ValueKind: not JsonValueKind.Null } bounds)
        {
            Assert.Equal("unknown", Text(outcome, "status"));
            Assert.Equal(2, bounds.GetArrayLength());
        }

        Assert.Equal(Text(outcome, "status") == "unknown", outcome.GetProperty("missing").GetArrayLength() > 0);
    }

    private static JsonElement Write(CompiledPolicy policy, string family) =>
        JsonDocument.Parse(AnswerWriter.Write(new Evaluator(policy).Evaluate(SmallPack.Family(policy, family)), [], Language.Chinese)).RootElement;

    private static JsonElement Answer(string family, Language language = Language.Chinese)
    {
        var reading = Read(family);
        return JsonDocument.Parse(AnswerWriter.Write(Evaluator.Evaluate(reading.Facts!), reading.Warnings, language)).RootElement;
    }

    private static IEnumerable<JsonElement> Outcomes(JsonElement answer) => answer.GetProperty("outcomes").EnumerateArray();

    private static FamilyReading Read(string family) => new FamilyReader(RealPack.Vocabulary, RealPack.Divisions).Read(family, new DateOnly(2026, 3, 1));

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
