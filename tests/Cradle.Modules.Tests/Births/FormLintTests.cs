using System.Text.RegularExpressions;
using Cradle.Births.Cases;
using Cradle.Births.Registrations;
using Cradle.Governance.Provisions;
using Cradle.Primitives;
using Cradle.Tests;

namespace Cradle.Modules.Tests.Births;

/// <summary>G13: no form asks how many children there are, or for a proof of having been allowed one, where household, school or work are concerned.</summary>
public partial class FormLintTests
{
    // How the number of births is asked for; the clauses on permits, fees and opinions are data.
    private static readonly string[] OfNumber = ["孩次", "胎次", "几孩", "几胎", "生育数", "生过几个", "第几个孩子", "子女数", "婚育"];
    // The calculator and its samples in the gallery ask it where a benefit's amount hangs on it; nothing is applied for there.
    private static readonly string[] Calculator = ["/Design/", "/Pages/Entitlements/"];
    private static readonly DelinkLint Lint = DelinkLint.Load(Repository.PathOf("data", "delinking.csv"));

    [Fact]
    public void No_label_of_any_form_asks_for_the_number_of_births_or_a_permit()
    {
        var labels = Directory.EnumerateFiles(Repository.PathOf("src"), "*.cshtml", SearchOption.AllDirectories).Where(file => !Calculator.Any(folder => file.Contains(folder, StringComparison.Ordinal)))
            .SelectMany(file => Labels(File.ReadAllText(file)).Select(label => (File: Path.GetFileName(file), Label: label))).ToList();
        Assert.True(labels.Count > 80, $"only {labels.Count} labels were found");
        Assert.Empty(labels.Where(row => Asks(row.Label)).Select(row => $"{row.File}: {row.Label}"));
    }

    [Theory]
    [InlineData("""<cr-field name="A" label="@Say("孩次", "Birth order")" />""")]
    [InlineData("""<cr-choices legend="@Say("生育情况", "Births")">""")]
    [InlineData("""<label class="label" for="x">@Say("社会抚养费缴款证明", "Fee proof")</label>""")]
    public void A_form_that_asks_is_found(string page) => Assert.True(Asks(Assert.Single(Labels(page))));

    [Theory]
    [InlineData(typeof(CaseRequest))]
    [InlineData(typeof(RegistrationRequest))]
    [InlineData(typeof(NewbornForm))]
    [InlineData(typeof(RegistrationForm))]
    public void No_member_of_the_api_asks_either(Type contract) =>
        Assert.DoesNotContain(contract.GetProperties(), property => MemberOfNumber().IsMatch(property.Name));

    private static bool Asks(string label) => OfNumber.Any(word => label.Contains(word, StringComparison.Ordinal))
        || new[] { "household-registration", "school", "hiring", "promotion" }.Any(matter => Lint.Check(matter, DivisionCode.Parse("22"), [label]).Count > 0);

    private static IEnumerable<string> Labels(string page) => Label().Matches(page).Select(match => match.Groups["text"].Value);

    [GeneratedRegex("""(?:\b(?:label|legend)="|<label[^>]*>)@Say\(\$?"(?<text>[^"]+)"|\bLabel = new\("(?<text>[^"]+)""")]
    private static partial Regex Label();

    [GeneratedRegex("BirthOrder|ChildCount|Married|Marriage|Permit|Parity")]
    private static partial Regex MemberOfNumber();
}
