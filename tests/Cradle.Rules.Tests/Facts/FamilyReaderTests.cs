using System.Text;
using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;
using Cradle.Rules.Tests.Packs;

namespace Cradle.Rules.Tests.Facts;

/// <summary>What a family may get wrong, and what it is told: the field, a code, the reason and the remedy.</summary>
public class FamilyReaderTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    [Theory]
    // shape
    [InlineData("[]", "$", "shape")]
    [InlineData("3", "$", "shape")]
    [InlineData("""{"mother": []}""", "mother", "shape")]
    [InlineData("""{"mother": "Li"}""", "mother", "shape")]
    [InlineData("""{"children": {}}""", "children", "shape")]
    [InlineData("""{"children": [3]}""", "children[0]", "shape")]
    [InlineData("""{"mother": {"providentFund": true}}""", "mother.providentFund", "shape")]
    [InlineData("""{"mother": {"parentsInHospital": {}}}""", "mother.parentsInHospital", "shape")]
    // JSON that is none
    [InlineData("", "$", "json")]
    [InlineData("{", "$", "json")]
    [InlineData("""{"married": true "residence": "22"}""", "$", "json")]
    [InlineData("{'married': true}", "$", "json")]
    [InlineData("NaN", "$", "json")]
    // said twice
    [InlineData("""{"married": true, "married": false}""", "married", "twice")]
    [InlineData("""{"mother": {"breastfeeding": true, "breastfeeding": null}}""", "mother.breastfeeding", "twice")]
    [InlineData("""{"children": [{"care": "home", "care": "home"}]}""", "children[0].care", "twice")]
    // wrong types
    [InlineData("""{"married": "yes"}""", "married", "type")]
    [InlineData("""{"married": 1}""", "married", "type")]
    [InlineData("""{"asOf": 20260301}""", "asOf", "type")]
    [InlineData("""{"children": [{"birthDate": 2025}]}""", "children[0].birthDate", "type")]
    [InlineData("""{"children": [{"birthOrder": "second"}]}""", "children[0].birthOrder", "type")]
    [InlineData("""{"children": [{"birthOrder": 1.5}]}""", "children[0].birthOrder", "type")]
    [InlineData("""{"children": [{"birthOrder": 1e400}]}""", "children[0].birthOrder", "type")]
    [InlineData("""{"children": [{"birthOrder": 99999999999999999999}]}""", "children[0].birthOrder", "type")]
    [InlineData("""{"mother": {"providentFund": {"ownLimit": "600 000"}}}""", "mother.providentFund.ownLimit", "type")]
    [InlineData("""{"mother": {"providentFund": {"ownLimit": "0.005"}}}""", "mother.providentFund.ownLimit", "type")]
    [InlineData("""{"mother": {"providentFund": {"ownLimit": 1e30}}}""", "mother.providentFund.ownLimit", "type")]
    [InlineData("""{"children": [{"kindergarten": {"hardship": "orphan"}}]}""", "children[0].kindergarten.hardship", "type")]
    // choices and ranges
    [InlineData("""{"mother": {"employment": "retired"}}""", "mother.employment", "choice")]
    [InlineData("""{"mother": {"employment": 3}}""", "mother.employment", "choice")]
    [InlineData("""{"mother": {"employment": "Employed"}}""", "mother.employment", "choice")]
    [InlineData("""{"children": [{"kindergarten": {"hardship": ["poor"]}}]}""", "children[0].kindergarten.hardship", "choice")]
    [InlineData("""{"children": [{"kindergarten": {"hardship": [null]}}]}""", "children[0].kindergarten.hardship", "choice")]
    [InlineData("""{"children": [{"birthOrder": 0}]}""", "children[0].birthOrder", "range")]
    [InlineData("""{"children": [{"birthOrder": -1}]}""", "children[0].birthOrder", "range")]
    [InlineData("""{"children": [{"birthOrder": 21}]}""", "children[0].birthOrder", "range")]
    [InlineData("""{"mother": {"pregnancyWeeks": 46}}""", "mother.pregnancyWeeks", "range")]
    [InlineData("""{"mother": {"providentFund": {"ownLimit": "-1"}}}""", "mother.providentFund.ownLimit", "range")]
    [InlineData("""{"mother": {"providentFund": {"ownLimit": "100000000.01"}}}""", "mother.providentFund.ownLimit", "range")]
    // dates
    [InlineData("""{"children": [{"birthDate": "2025-02-29"}]}""", "children[0].birthDate", "date")]
    [InlineData("""{"children": [{"birthDate": "2025-13-01"}]}""", "children[0].birthDate", "date")]
    [InlineData("""{"children": [{"birthDate": "2025-8-15"}]}""", "children[0].birthDate", "date")]
    [InlineData("""{"children": [{"birthDate": "15.08.2025"}]}""", "children[0].birthDate", "date")]
    [InlineData("""{"children": [{"birthDate": ""}]}""", "children[0].birthDate", "date")]
    [InlineData("""{"mother": {"birthDate": "1899-12-31"}}""", "mother.birthDate", "date")]
    [InlineData("""{"asOf": "2101-01-01"}""", "asOf", "date")]
    [InlineData("""{"children": [{"dueDate": "2026-02-30"}]}""", "children[0].dueDate", "date")]
    [InlineData("""{"children": [{"birthDate": "2026-03-02"}]}""", "children[0].birthDate", "future")]
    [InlineData("""{"mother": {"birthDate": "2026-03-02"}}""", "mother.birthDate", "future")]
    [InlineData("""{"marriageDate": "2026-03-02"}""", "marriageDate", "future")]
    [InlineData("""{"children": [{"birthDate": "2025-08-15", "insuredOn": "2026-03-02"}]}""", "children[0].insuredOn", "future")]
    [InlineData("""{"father": {"parentsInHospital": [{"birthDate": "2026-03-02"}]}}""", "father.parentsInHospital[0].birthDate", "future")]
    [InlineData("""{"children": [{"dueDate": "2026-02-28"}]}""", "children[0].dueDate", "past")]
    // 310 days after 2026-03-01 is 2027-01-05
    [InlineData("""{"children": [{"dueDate": "2027-01-06"}]}""", "children[0].dueDate", "range")]
    // dates in an impossible order
    [InlineData("""{"mother": {"birthDate": "1995-03-04"}, "children": [{"birthDate": "1995-03-04"}]}""", "children[0].birthDate", "order")]
    [InlineData("""{"father": {"birthDate": "2020-03-04"}, "children": [{"birthDate": "2019-03-04"}]}""", "children[0].birthDate", "order")]
    [InlineData("""{"children": [{"birthDate": "2025-08-15", "insuredOn": "2025-08-14"}]}""", "children[0].insuredOn", "order")]
    [InlineData("""{"mother": {"birthDate": "1960-01-02", "parentsInHospital": [{"birthDate": "1960-01-02"}]}}""", "mother.parentsInHospital[0].birthDate", "order")]
    // facts that contradict one another
    [InlineData("""{"children": [{"birthDate": "2025-08-15", "dueDate": "2026-08-15"}]}""", "children[0].dueDate", "contradiction")]
    [InlineData("""{"father": {"pregnancyWeeks": 20}}""", "father.pregnancyWeeks", "contradiction")]
    [InlineData("""{"mother": {"breastfeeding": true}, "children": []}""", "mother.breastfeeding", "contradiction")]
    [InlineData("""{"children": [{"birthDate": "2025-08-15", "babies": 1}, {"birthDate": "2025-08-15", "babies": 1}]}""", "children[0].babies", "contradiction")]
    [InlineData("""{"children": [{"birthDate": "2020-08-15", "birthOrder": 2}, {"birthDate": "2025-08-15", "birthOrder": 1}]}""", "children[1].birthOrder", "contradiction")]
    [InlineData("""{"children": [{"birthDate": "2020-08-15", "birthOrder": 1}, {"birthDate": "2025-08-15", "birthOrder": 1}]}""", "children[1].birthOrder", "contradiction")]
    [InlineData("""{"childCount": 1, "children": [{}, {}]}""", "childCount", "contradiction")]
    [InlineData("""{"mother": {"idNumber": "220104199503040024", "birthDate": "1995-03-05"}}""", "mother.idNumber", "contradiction")]
    // identity numbers
    [InlineData("""{"mother": {"idNumber": "220104199503040020"}}""", "mother.idNumber", "idNumber")]
    [InlineData("""{"mother": {"idNumber": "22010419950304002"}}""", "mother.idNumber", "idNumber")]
    [InlineData("""{"mother": {"idNumber": "220104199502300029"}}""", "mother.idNumber", "idNumber")]
    [InlineData("""{"mother": {"idNumber": 220104199503040024}}""", "mother.idNumber", "idNumber")]
    [InlineData("""{"children": [{"idNumber": "nonsense"}]}""", "children[0].idNumber", "idNumber")]
    // divisions
    [InlineData("""{"residence": "9"}""", "residence", "division")]
    [InlineData("""{"residence": "220"}""", "residence", "division")]
    [InlineData("""{"residence": "长春"}""", "residence", "division")]
    [InlineData("""{"residence": "229999"}""", "residence", "division")]
    [InlineData("""{"residence": true}""", "residence", "division")]
    [InlineData("""{"residence": "140211"}""", "residence", "retiredDivision")]
    public void What_cannot_be_is_an_error_at_its_field(string json, string path, string code)
    {
        var reading = Read(json);

        Assert.Null(reading.Facts);
        var error = Assert.Single(reading.Errors, error => error.Code == code && error.Path == path);
        AssertSpeaks(error);
    }

    [Theory]
    [InlineData("""{"mariage": true}""", "mariage", "unknownMember")]
    [InlineData("""{"mother": {"providentFund": {"colour": 1}}}""", "mother.providentFund.colour", "unknownMember")]
    [InlineData("""{"mother": {"providentFund.rents": true}}""", "mother.providentFund.rents", "unknownMember")]
    [InlineData("""{"children": [{"expected": true}]}""", "children[0].expected", "unknownMember")]
    [InlineData("""{"father": {"mother": {}}}""", "father.mother", "unknownMember")]
    [InlineData("""{"residence": "140227"}""", "residence", "retiredDivision")]
    [InlineData("""{"mother": {"birthDate": "2012-06-01"}, "children": [{"birthDate": "2025-08-15"}]}""", "children[0].birthDate", "unlikely")]
    [InlineData("""{"mother": {"employment": "employed", "averageWage": "600000"}}""", "mother.averageWage", "unlikely")]
    [InlineData("""{"mother": {"birthDate": "1900-06-01"}}""", "mother.birthDate", "unlikely")]
    [InlineData("""{"children": [{"birthDate": "1950-08-15"}]}""", "children[0].birthDate", "unlikely")]
    [InlineData("""{"children": [{"birthDate": "2025-08-15", "babies": 7}]}""", "children[0].babies", "unlikely")]
    [InlineData("""{"mother": {"birthDate": "1960-06-01"}, "children": [{"birthDate": "2025-08-15"}]}""", "children[0].birthDate", "unlikely")]
    [InlineData("""{"children": [{"birthDate": "2025-08-15", "babies": 2}]}""", "children[0].babies", "twinsListed")]
    [InlineData("""{"children": [{"birthDate": "2025-08-15", "birthOrder": 3}]}""", "children", "siblingsNotListed")]
    [InlineData("""{"children": [{"care": "home", "kindergarten": {"kind": "public"}}]}""", "children[0].kindergarten", "contradiction")]
    [InlineData("""{"mother": {"employment": "unemployed", "employerDivision": "22"}}""", "mother.employerDivision", "contradiction")]
    public void What_is_odd_is_a_warning_and_the_rest_is_used(string json, string path, string code)
    {
        var reading = Read(json);

        Assert.NotNull(reading.Facts);
        AssertSpeaks(Assert.Single(reading.Warnings, warning => warning.Code == code && warning.Path == path));
    }

    [Fact]
    public void What_is_hardly_so_is_named_with_its_value_and_what_to_check()
    {
        var warning = Assert.Single(Read("""{"mother": {"employment": "employed", "averageWage": "600000"}}""").Warnings);
        Assert.Equal("“妈妈的单位上年度职工月平均工资”填的是600000.00，很少见。", warning.Reason.Zh);
        Assert.Equal("核对位数，单位是元，不是万元；没错就不用改。", warning.Remedy.Zh);
        Assert.Empty(Read("""{"mother": {"employment": "employed", "averageWage": "60000"}}""").Warnings);
    }

    [Fact]
    public void A_county_that_was_divided_is_asked_back_with_both_successors()
    {
        var error = Assert.Single(Read("""{"residence": "140211"}""").Errors);

        Assert.Contains("140213", error.Reason.Zh, StringComparison.Ordinal);
        Assert.Contains("140214", error.Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_county_that_was_renamed_counts_under_its_code_of_today()
    {
        var reading = Read("""{"residence": "140227"}""");

        Assert.Equal(140215, Known(reading.Facts!, reading.Facts!.Family, EntityKind.Family, "residence"));
    }

    [Fact]
    public void Thirty_children_are_refused_rather_than_guessed_at()
    {
        var reading = Read($$"""{"children": [{{string.Join(',', Enumerable.Repeat("{}", 30))}}]}""");

        Assert.Equal(("children", "tooMany"), (Assert.Single(reading.Errors).Path, reading.Errors[0].Code));
        Assert.Contains("30", reading.Errors[0].Reason.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Five_parents_of_one_person_are_refused() =>
        Assert.Equal(("father.parentsInHospital", "tooMany"), (Assert.Single(Read("""{"father": {"parentsInHospital": [{}, {}, {}, {}, {}]}}""").Errors).Path, "tooMany"));

    [Fact]
    public void Deep_nesting_is_refused_and_said_so()
    {
        var reading = Read(string.Concat(Enumerable.Repeat("""{"mother": """, 5000)) + "1" + new string('}', 5000));

        Assert.Equal("json", Assert.Single(reading.Errors).Code);
        Assert.Contains("nested", reading.Errors[0].Reason.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_text_is_shown_by_line_and_byte()
    {
        var error = Assert.Single(Read("{\n  \"married\": maybe\n}").Errors);

        Assert.StartsWith("Line 2, byte 14", error.Reason.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"mother": {"employment": "\ud800"}}""")]
    [InlineData("""{"children": [{"birthDate": "\udc00"}]}""")]
    [InlineData("""{"\ud800": 1}""")]
    public void Half_a_character_is_no_text_and_no_crash(string json) => Assert.Equal(("$", "text"), Told(Assert.Single(Read(json).Errors)));

    [Theory]
    [InlineData("""{"married": true,}""")]
    [InlineData("""{"married": true /* since May */}""")]
    public void Commas_at_the_end_and_comments_are_no_JSON(string json) => Assert.Equal(("$", "json"), Told(Assert.Single(Read(json).Errors)));

    [Fact]
    public void Bytes_are_read_as_UTF_8_with_or_without_a_mark_and_in_nothing_else()
    {
        var reader = new FamilyReader(RealPack.Vocabulary, RealPack.Divisions);

        Assert.Empty(reader.Read((byte[])[.. Encoding.UTF8.Preamble, .. "{\"married\": true}"u8], Today).Errors);
        Assert.Equal(("$", "encoding"), Told(Assert.Single(reader.Read((byte[])[.. "{\"residence\":\""u8, 0xB3, 0xA4, .. "\"}"u8], Today).Errors)));   // 长 in GBK
    }

    [Fact]
    public void All_errors_are_told_at_once()
    {
        var reading = Read("""{"married": "yes", "residence": "9", "children": [{"birthDate": "2025-02-29"}, {"birthOrder": 0}]}""");

        Assert.Equal(["married", "residence", "children[0].birthDate", "children[1].birthOrder"], reading.Errors.Select(error => error.Path));
    }

    [Fact]
    public void Nothing_and_null_are_both_unknown()
    {
        foreach (var json in new[] { "{}", """{"married": null, "mother": null, "children": null, "residence": null}""" })
        {
            var facts = Read(json).Facts!;
            Assert.True(facts.Family.IsBlank && facts.Mother.IsBlank && facts.Father.IsBlank);
            Assert.Null(facts.Children);
            Assert.Equal(Today, facts.AsOf);
        }
    }

    [Fact]
    public void An_empty_list_says_that_there_is_nobody()
    {
        var facts = Read("""{"children": [], "mother": {"parentsInHospital": []}, "father": {}}""").Facts!;

        Assert.Empty(facts.Children!);
        Assert.Empty(facts.MotherElders!);
        Assert.Null(facts.FatherElders);
        Assert.Equal(0, Known(facts, facts.Family, EntityKind.Family, "child_count"));
    }

    [Fact]
    public void The_day_of_the_caller_wins_over_the_day_of_the_family()
    {
        var reader = new FamilyReader(RealPack.Vocabulary, RealPack.Divisions);

        Assert.Equal(new DateOnly(2025, 1, 1), reader.Read("""{"asOf": "2024-01-01"}""", Today, new DateOnly(2025, 1, 1)).Facts!.AsOf);
        Assert.Equal(new DateOnly(2024, 1, 1), reader.Read("""{"asOf": "2024-01-01"}""", Today).Facts!.AsOf);
    }

    [Fact]
    public void A_due_date_makes_a_child_expected_and_a_birth_date_born()
    {
        var facts = Read("""{"children": [{"dueDate": "2026-05-01"}, {"birthDate": "2025-05-01"}, {}]}""").Facts!;

        Assert.Equal([1, 0, 0], facts.Children!.Select(child => Known(facts, child, EntityKind.Child, "expected")));
        Assert.Equal(new DateOnly(2026, 5, 1).DayNumber, Known(facts, facts.Children![0], EntityKind.Child, "birth_date"));
    }

    [Fact]
    public void Twins_listed_one_by_one_say_how_many_they_are()
    {
        var facts = Read("""{"children": [{"birthDate": "2025-05-01"}, {"birthDate": "2025-05-01"}]}""").Facts!;

        Assert.All(facts.Children!, child => Assert.Equal(2, Known(facts, child, EntityKind.Child, "babies")));
    }

    [Fact]
    public void Twins_of_two_days_are_of_one_birth()
    {
        var facts = Read("""{"children": [{"birthDate": "2025-05-02"}, {"birthDate": "2025-05-01"}, {"birthDate": "2022-04-30"}]}""").Facts!;

        Assert.Equal([2, 2, null], facts.Children!.Select(child => Known(facts, child, EntityKind.Child, "babies")));
    }

    [Fact]
    public void Nothing_is_asked_of_a_parent_who_is_not_there()
    {
        var reading = Read("""{"parents": "motherOnly", "residence": "220104", "children": [{"birthDate": "2026-01-01", "registered": true}]}""");
        var facts = reading.Facts!;

        Assert.Empty(reading.Warnings);
        var missing = new Evaluator(RealPack.Policy).Evaluate(facts).Outcomes.SelectMany(outcome => outcome.Missing).ToList();
        Assert.Contains(missing, path => path.Root == PathRoot.Mother);
        Assert.DoesNotContain(missing, path => path.Root is PathRoot.FatherElder || path is { Root: PathRoot.Father, Fact.Type.Kind: ValueKind.Bool or ValueKind.Enum or ValueKind.Division });
    }

    [Fact]
    public void A_stated_fund_place_says_that_the_parent_pays_into_a_fund()
    {
        var facts = Read("""{"father": {"providentFund": {"division": "2201"}}, "mother": {"providentFund": {"division": "2201", "depositor": false}}}""").Facts!;

        Assert.Equal(1, Known(facts, facts.Father, EntityKind.Parent, "provident_fund.depositor"));
        Assert.Equal(0, Known(facts, facts.Mother, EntityKind.Parent, "provident_fund.depositor"));
    }

    [Fact]
    public void An_identity_number_gives_the_birth_date_and_is_not_kept()
    {
        var facts = Read("""{"mother": {"idNumber": "220104199503040024"}}""").Facts!;

        Assert.Equal(new DateOnly(1995, 3, 4).DayNumber, Known(facts, facts.Mother, EntityKind.Parent, "birth_date"));
        Assert.DoesNotContain(RealPack.Vocabulary.Facts, fact => fact.Path.Contains("id_number", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"mother": {"providentFund": {"ownLimit": "600000.50"}}}""", 60000050)]
    [InlineData("""{"mother": {"providentFund": {"ownLimit": 600000.5}}}""", 60000050)]
    [InlineData("""{"mother": {"providentFund": {"ownLimit": 0}}}""", 0)]
    public void Money_is_kept_in_fen(string json, long fen)
    {
        var facts = Read(json).Facts!;

        Assert.Equal(fen, Known(facts, facts.Mother, EntityKind.Parent, "provident_fund.own_limit"));
    }

    [Fact]
    public void Choices_are_written_in_camel_case_or_as_the_packs_write_them()
    {
        var facts = Read("""{"mother": {"employment": "selfEmployed"}, "father": {"employment": "self_employed"}}""").Facts!;

        Assert.Equal(Known(facts, facts.Mother, EntityKind.Parent, "employment"), Known(facts, facts.Father, EntityKind.Parent, "employment"));
    }

    private static (string Path, string Code) Told(FactProblem problem) => (problem.Path, problem.Code);

    private static FamilyReading Read(string json) => new FamilyReader(RealPack.Vocabulary, RealPack.Divisions).Read(json, Today);

    private static long? Known(FamilyFacts facts, EntityFacts entity, EntityKind kind, string path) =>
        entity.TryGet(facts.Vocabulary.Find(kind, path)!.Slot, out var value) ? value : null;

    private static void AssertSpeaks(FactProblem problem)
    {
        foreach (var text in new[] { problem.Reason, problem.Remedy })
        {
            Assert.NotEmpty(text.Zh);
            Assert.NotEmpty(text.En);
        }

        Assert.Contains(problem.Path, problem.In(Language.English), StringComparison.Ordinal);
    }
}
