using System.Text;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Packs;
using Cradle.Rules.Review;
using Cradle.Rules.Syntax;

namespace Cradle.Rules.Tests.Packs;

/// <summary>One file of the shipped packs broken at a time, as an editor, a merge or a wrong export would break it.</summary>
public sealed class BrokenPackTests : IDisposable
{
    private const string Rule = PolicyCopy.JilinMaternityLeave;
    private const string National = "00-national/leave/maternity-leave.yaml";
    private const string Cases = "22-jilin/leave/maternity-leave.cases.yaml";
    private const string Vocabulary = "vocabulary.yaml";
    private const string Coverage = "coverage.yaml";

    // The part of the tree that one quantity needs; a whole copy for every case would take minutes.
    private readonly PolicyCopy _copy = new(file =>
        file.Contains("/leave/maternity-leave.", StringComparison.Ordinal) || file.StartsWith("documents/", StringComparison.Ordinal) || !file.Contains('/'));

    public static TheoryData<string, string> Spoilt => new()
    {
        { Rule, "" },
        { Rule, "\0\0\0\0" },
        { Rule, "quantity" },
        { Rule, "[1, 2, 3]" },
        { Rule, "quantity: maternity-leave\nrules: 7" },
        { Rule, "quantity: maternity-leave\nrules:\n\t- id: x" },
        { Rule, "quantity: maternity-leave\nrules: &a [*a]" },
        { Rule, "quantity: maternity-leave\nquantity: maternity-leave\nrules: []" },
        { Rule, "quantity: another-quantity\nrules: []" },
        { Rule, "when: mother.employment = employed => when: mother.employment = " },
        { Rule, "when: mother.employment = employed => when: mother.employment = astronaut" },
        { Rule, "when: mother.employment = employed => when: mother.shoe_size = 38 days" },
        { Rule, "when: mother.employment = employed => when: 3 days" },
        { Rule, "value: 180 days => value: 180 yuan" },
        { Rule, "value: 180 days => value: 180 dogs" },
        { Rule, "value: 180 days => value: 99999999999999999999999 days" },
        { Rule, "value: 180 days => value: 180 days + " },
        { Rule, "value: 180 days => value: 180 days / 0" },
        { Rule, "value: 180 days => vlaue: 180 days" },
        { Rule, "strength: must => strength: perhaps" },
        { Rule, "from: 2021-09-28 => from: 2021-02-30" },
        { Rule, "from: 2021-09-28 => from: yesterday" },
        { Rule, "from: 2021-09-28 => from: 2021-09-28, to: 2020-01-01" },
        { Rule, "000/二（十二） => 000/二（九十九）" },
        { Rule, "000/二（十二） => 777/1" },
        { Rule, "replaces: [cn.maternity-leave] => replaces: [cn.no-such-rule]" },
        { Rule, "id: jl.maternity-leave => id: cn.maternity-leave" },
        { National, "" },
        { Cases, "expect => except" },
        { Cases, "[" },
        { Vocabulary, "" },
        { Vocabulary, "type: bool => type: maybe" },
        { "22-jilin/maternity-leave.yaml", "quantity: maternity-leave" },
        { "22-jilin/leave/maternity-leave.yml", "quantity: maternity-leave" },
    };

    [Theory]
    [MemberData(nameof(Spoilt))]
    public void A_spoilt_file_is_named_with_line_and_remedy(string file, string spoilt)
    {
        _copy.Write(file, Encoding.UTF8.GetBytes(Spoil(file, spoilt)));

        Assert.Contains(ErrorsOfUse(), error => error.Position.File == file && error.Position.Line >= 1 && error.Remedy.Length > 0);
    }

    [Fact]
    public void A_vocabulary_that_is_no_YAML_is_the_one_error()
    {
        _copy.Replace(Vocabulary, "label:", "label: {'");

        Assert.Equal(Vocabulary, Assert.Single(ErrorsOfUse()).Position.File);
    }

    [Fact]
    public void Text_that_is_not_UTF_8_is_named()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _copy.Write(Rule, Encoding.GetEncoding("GBK").GetBytes(_copy.Read(Rule)));

        Assert.Contains(ErrorsOfUse(), error => error.Position.File == Rule);
    }

    [Fact]
    public void A_condition_nested_ten_thousand_deep_is_an_error_and_not_a_crash()
    {
        var deep = new string('(', 10_000) + "child.registered" + new string(')', 10_000);
        _copy.Write(Rule, Encoding.UTF8.GetBytes(Spoil(Rule, $"when: mother.employment = employed => when: {deep}")));

        Assert.Contains(ErrorsOfUse(), error => error.Position.File == Rule);
    }

    [Fact]
    public void A_link_that_leads_back_to_the_folder_ends()
    {
        File.CreateSymbolicLink(_copy.PathOf("22-jilin/leave/again"), _copy.PathOf("22-jilin"));

        var errors = ErrorsOfUse();

        Assert.True(errors.Count < 60, $"{errors.Count} errors");
    }

    [Fact]
    public void The_part_of_the_tree_is_sound_before_it_is_broken() => Assert.Empty(ErrorsOfUse());

    public void Dispose() => _copy.Dispose();

    /// <summary>What reading, compiling and reviewing say: the steps of every start. That most of the tree is missing here shows in coverage only.</summary>
    private List<Diagnostic> ErrorsOfUse()
    {
        var pack = PackLoader.Load(_copy.Folder);
        var refused = Record.Exception(() => new CompiledPolicy(pack));
        Assert.Equal(pack.Diagnostics.HasErrors, refused is PolicyPackException);
        Assert.True(refused is null or PolicyPackException, refused?.ToString());
        var findings = refused is null ? PolicyReview.Check(pack, new DateOnly(2026, 7, 1)).Diagnostics : pack.Diagnostics;
        return [.. findings.Where(finding => finding.Severity == Severity.Error && finding.Position.File != Coverage)];
    }

    /// <summary><c>old => new</c> replaces a part; anything else is the whole new text.</summary>
    private string Spoil(string file, string spoilt)
    {
        if (spoilt.Split(" => ") is not [var old, var now])
            return spoilt;
        var text = _copy.Read(file);
        Assert.Contains(old, text, StringComparison.Ordinal);
        return text.Replace(old, now, StringComparison.Ordinal);
    }
}
