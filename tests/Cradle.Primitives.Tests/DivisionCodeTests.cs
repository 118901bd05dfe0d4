namespace Cradle.Primitives.Tests;

public class DivisionCodeTests
{
    private static readonly DivisionCode Jilin = DivisionCode.Parse("22");
    private static readonly DivisionCode Changchun = DivisionCode.Parse("2201");
    private static readonly DivisionCode Chaoyang = DivisionCode.Parse("220104");
    private static readonly DivisionCode Gansu = DivisionCode.Parse("62");

    [Theory]
    [InlineData("00", DivisionLevel.Nation, "00")]
    [InlineData("22", DivisionLevel.Province, "22")]
    [InlineData("2200", DivisionLevel.Province, "22")]
    [InlineData("220000", DivisionLevel.Province, "22")]
    [InlineData("2201", DivisionLevel.Prefecture, "2201")]
    [InlineData("220100", DivisionLevel.Prefecture, "2201")]
    [InlineData("220104", DivisionLevel.County, "220104")]
    [InlineData("469001", DivisionLevel.County, "469001")]
    public void Padded_and_short_forms_are_one_code(string text, DivisionLevel level, string shortest)
    {
        var code = DivisionCode.Parse(text);
        Assert.Equal(level, code.Level);
        Assert.Equal(shortest, code.ToString());
        Assert.Equal(code, DivisionCode.Parse(shortest));
        Assert.Equal(code, DivisionCode.FromPacked(code.Packed));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("220")]
    [InlineData("22010")]
    [InlineData("2201040")]
    [InlineData("2201ab")]
    [InlineData("０１")]
    [InlineData("01")]
    [InlineData("10")]
    [InlineData("91")]
    [InlineData("000000")]
    [InlineData("220004")]
    [InlineData("-22010")]
    [InlineData(" 2201")]
    public void Digits_that_are_no_code_are_refused(string? text)
    {
        Assert.False(DivisionCode.TryParse(text, out var code));
        Assert.Equal(default, code);
    }

    [Fact]
    public void Each_level_contains_itself_and_what_lies_below()
    {
        DivisionCode[] down = [DivisionCode.Nation, Jilin, Changchun, Chaoyang];
        for (var i = 0; i < down.Length; i++)
        {
            for (var j = 0; j < down.Length; j++)
            {
                Assert.Equal(i <= j, down[i].Contains(down[j]));
            }
        }

        Assert.False(Gansu.Contains(Chaoyang));
        Assert.False(DivisionCode.Parse("2202").Contains(Chaoyang));
        Assert.False(DivisionCode.Parse("220102").Contains(Chaoyang));
    }

    [Fact]
    public void A_forgotten_scope_contains_nothing()
    {
        Assert.False(default(DivisionCode).Contains(default));
        Assert.False(default(DivisionCode).Contains(Jilin));
        Assert.False(DivisionCode.Nation.Contains(default));
        Assert.Equal("", default(DivisionCode).ToString());
        Assert.Null(default(DivisionCode).Province);
    }

    [Fact]
    public void Parents_lead_up_to_the_nation()
    {
        Assert.Equal(Changchun, Chaoyang.Parent);
        Assert.Equal(Jilin, Changchun.Parent);
        Assert.Equal(DivisionCode.Nation, Jilin.Parent);
        Assert.Null(DivisionCode.Nation.Parent);
        Assert.Equal(Jilin, Chaoyang.Province);
        Assert.Equal(Changchun, Chaoyang.Prefecture);
        Assert.Null(Jilin.Prefecture);
    }

    [Fact]
    public void A_place_sorts_before_everything_in_it()
    {
        string[] sorted = ["00", "14", "22", "2201", "220104", "2202", "62"];
        Assert.Equal(sorted, sorted.Reverse().Select(DivisionCode.Parse).Order().Select(c => c.ToString()));
        Assert.True(Jilin < Changchun && Gansu > Chaoyang);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(22)]
    [InlineData(220004)]
    [InlineData(-1)]
    [InlineData(1000000)]
    public void An_integer_that_is_no_code_is_refused(int packed) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DivisionCode.FromPacked(packed));

    [Theory]
    [InlineData("00", "220104", "110000")]
    [InlineData("22", "229999", "230000")]
    [InlineData("2201", "220199", "220200")]
    [InlineData("220104", "220104", "220105")]
    public void Everything_in_a_division_lies_between_its_code_and_the_last_within(string division, string inside, string next)
    {
        var code = DivisionCode.Parse(division);
        Assert.True(DivisionCode.Parse(inside) <= code.LastWithin);
        Assert.Equal(division == "00", DivisionCode.Parse(next) <= code.LastWithin);
        Assert.Equal(default, default(DivisionCode).LastWithin);
    }
}
