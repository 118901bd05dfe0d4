using Cradle.Rules.Facts;
using Cradle.Rules.Tests.Packs;

namespace Cradle.Rules.Tests.Facts;

/// <summary>Statements of which not all can be true are errors; those that are only hard to believe are warnings. The day is 1 March 2026.</summary>
public class ContradictionTests
{
    private static readonly FamilyReader Reader = new(RealPack.Vocabulary, RealPack.Divisions);

    [Theory]
    [InlineData("""{"married": false, "marriageDate": "2024-05-20"}""", "marriageDate", "contradiction")]
    [InlineData("""{"marriageDate": "1990-01-01", "mother": {"birthDate": "1995-03-04"}}""", "marriageDate", "order")]
    [InlineData("""{"father": {"breastfeeding": true}}""", "father.breastfeeding", "contradiction")]
    [InlineData("""{"children": [{"birthDate": "2025-08-15", "householdRegisteredOn": "2025-08-14"}]}""", "children[0].householdRegisteredOn", "order")]
    [InlineData("""{"children": [{"birthDate": "2025-08-15", "householdRegisteredOn": "2026-03-02"}]}""", "children[0].householdRegisteredOn", "future")]
    [InlineData("""{"children": [{"dueDate": "2026-05-01", "adopted": true}]}""", "children[0].adopted", "contradiction")]
    [InlineData("""{"children": [{"maternityLeaveStart": "2025-10-01", "maternityLeaveEnd": "2025-09-30"}]}""", "children[0].maternityLeaveEnd", "order")]
    [InlineData("""{"children": [{"birthDate": "2025-08-15", "babies": 2}, {"birthDate": "2025-08-15", "babies": 3}]}""", "children[1].babies", "contradiction")]
    [InlineData("""{"children": [{"birthDate": "2025-08-15", "maternityLeaveStart": "1990-01-01"}]}""", "children[0].maternityLeaveStart", "order")]
    [InlineData("""{"marriageDate": "2000-01-01", "mother": {"birthDate": "1995-03-04"}}""", "marriageDate", "range")]
    [InlineData("""{"mother": {"birthDate": "2020-03-04"}, "children": [{"birthDate": "2025-08-15"}]}""", "children[0].birthDate", "range")]
    [InlineData("""{"familyPlanning": {"onlyChildBefore2016": true, "twoDaughtersRural": true}}""", "familyPlanning", "contradiction")]
    [InlineData("""{"residence": "81"}""", "residence", "division")]
    [InlineData("""{"mother": {"employerDivision": "710000"}}""", "mother.employerDivision", "division")]
    [InlineData("""{"mother": {"idNumber": "220104180003040028"}}""", "mother.idNumber", "idNumber")]
    [InlineData("""{"mother": {"idNumber": 220104199503041234}}""", "mother.idNumber", "idNumber")]
    public void What_can_not_be_is_an_error_at_its_field(string family, string field, string code)
    {
        var reading = Read(family);
        Assert.Null(reading.Facts);
        Assert.Equal((field, code), (Assert.Single(reading.Errors).Path, reading.Errors[0].Code));
    }

    [Theory]
    [InlineData("""{"children": [{"birthDate": "2025-01-01"}, {"birthDate": "2025-05-01"}]}""", "children[1].birthDate")]   // 120 days
    [InlineData("""{"children": [{"birthDate": "2015-01-01"}], "mother": {"breastfeeding": true}}""", "mother.breastfeeding")]
    [InlineData("""{"children": [{"birthDate": "2015-01-01"}], "mother": {"pregnancyWeeks": 20}}""", "mother.pregnancyWeeks")]
    [InlineData("""{"children": [{"dueDate": "2026-12-20"}], "mother": {"pregnancyWeeks": 39}}""", "mother.pregnancyWeeks")]   // 42 weeks left, 1 expected
    [InlineData("""{"children": [{"birthDate": "2025-08-15", "care": "school"}]}""", "children[0].care")]
    [InlineData("""{"parents": "motherOnly", "father": {"employment": "employed"}}""", "father")]
    [InlineData("""{"mother": {"providentFund": {"depositor": false, "division": "2201"}}}""", "mother.providentFund.division")]
    [InlineData("""{"mother": {"idNumber": "11010519491231002X"}, "father": {"idNumber": "11010519491231002X"}}""", "father.idNumber")]   // an even 17th digit is a woman's
    public void What_is_hard_to_believe_is_a_warning_and_still_answered(string family, string field)
    {
        var reading = Read(family);
        Assert.NotNull(reading.Facts);
        Assert.Contains(reading.Warnings, warning => warning.Path == field);
    }

    [Theory]
    [InlineData("""{"children": [{"birthDate": "2025-08-15"}, {"birthDate": "2025-08-16"}]}""")]   // twins around midnight
    [InlineData("""{"children": [{"dueDate": "2026-07-19"}], "mother": {"pregnancyWeeks": 20}}""")]   // 20 weeks left of 40
    [InlineData("""{"children": [{"birthDate": "2025-01-01"}, {"birthDate": "2025-05-01", "adopted": true}]}""")]   // 120 days, and no births of one mother
    [InlineData("""{"children": [{"birthDate": "2025-08-15", "babies": 1}, {"birthDate": "2025-08-15", "adopted": true}]}""")]   // born on one day, no twins
    [InlineData("""{"mother": {"birthDate": "1960-01-01"}, "children": [{"birthDate": "2025-08-15", "adopted": true}]}""")]   // 65 years apart
    public void What_is_possible_is_neither(string family)
    {
        var reading = Read(family);
        Assert.Empty(reading.Errors);
        Assert.Empty(reading.Warnings);
    }

    [Theory]
    [InlineData("2025-02-30", "2025-02 has no day 30.", "Check year, month and day.")]
    [InlineData("2025-13-01", "There is no month 13 of the year 2025.", "Check year, month and day.")]
    [InlineData("25-08-15", "The year must have four digits.", "Write it as 2026-03-01.")]
    [InlineData("2025年8月15日", "A date is written year-month-day, in plain digits, two each for month and day.", "Write 2025-08-15.")]
    [InlineData("２０２５-０８-１５", "A date is written year-month-day, in plain digits, two each for month and day.", "Write 2025-08-15.")]
    [InlineData("2025/8/15", "A date is written year-month-day, in plain digits, two each for month and day.", "Write 2025-08-15.")]
    [InlineData("20250815", "A date is written year-month-day, in plain digits, two each for month and day.", "Write 2025-08-15.")]
    [InlineData("last summer", "The date can't be read.", "Write it as 2026-03-01.")]
    public void A_date_is_told_what_is_wrong_with_it(string text, string reason, string remedy)
    {
        var error = Assert.Single(Read($$"""{"children": [{"birthDate": "{{text}}"}]}""").Errors);
        Assert.Equal((reason, remedy), (error.Reason.En, error.Remedy.En));
    }

    [Fact]
    public void A_name_that_hides_text_is_shown_without_what_hides_it()
    {
        var warning = Assert.Single(Read($$"""{"a\u202e\n{{new string('x', 100)}}": 1}""").Warnings);
        Assert.DoesNotContain('\u202e', warning.Path);
        Assert.DoesNotContain('\n', warning.Path);
        Assert.EndsWith("…", warning.Path, StringComparison.Ordinal);
    }

    private static FamilyReading Read(string family) => Reader.Read(family, new DateOnly(2026, 3, 1));
}
