namespace Cradle.Platform.Web.Tests.Styles;

public class ContrastTests
{
    /// <summary>Every pair that the components use: words 4.5, shapes and edges 3.</summary>
    public static TheoryData<string, string, double> Pairs { get; } = new()
    {
        { "ink", "paper", 4.5 }, { "ink", "surface", 4.5 }, { "ink", "sunken", 4.5 }, { "ink", "accent-wash", 4.5 }, { "ink", "primary-wash", 4.5 },
        { "ink-2", "paper", 4.5 }, { "ink-2", "surface", 4.5 }, { "ink-2", "sunken", 4.5 }, { "ink-2", "accent-wash", 4.5 }, { "ink-2", "primary-wash", 4.5 },
        { "ink-3", "paper", 4.5 }, { "ink-3", "surface", 4.5 }, { "ink-3", "sunken", 4.5 },
        { "primary", "surface", 4.5 }, { "primary", "paper", 4.5 }, { "primary", "sunken", 4.5 }, { "primary", "primary-wash", 4.5 }, { "primary", "accent-wash", 4.5 },
        { "primary-hover", "paper", 4.5 }, { "primary-hover", "primary-wash", 4.5 },
        { "on-primary", "primary", 4.5 }, { "on-primary", "primary-hover", 4.5 }, { "on-primary", "primary-2", 4.5 },
        { "accent-ink", "surface", 4.5 }, { "accent-ink", "paper", 4.5 }, { "accent-ink", "accent-wash", 4.5 }, { "accent-ink", "sunken", 4.5 }, { "surface", "accent-ink", 4.5 },
        { "danger", "surface", 4.5 }, { "danger", "paper", 4.5 }, { "danger", "danger-wash", 4.5 },
        { "on-bar", "bar", 4.5 }, { "on-bar-2", "bar", 4.5 },
        { "edge", "surface", 3 }, { "edge", "paper", 3 }, { "accent", "paper", 3 }, { "accent", "surface", 3 },
        { "primary-2", "surface", 3 }, { "focus", "paper", 3 }, { "focus", "surface", 3 }, { "focus-bar", "bar", 3 },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_pair_of_colours_can_be_told_apart_in_both_themes(string one, string other, double least)
    {
        Assert.InRange(TokenSheet.Contrast(TokenSheet.Light[one], TokenSheet.Light[other]), least, 21);
        Assert.InRange(TokenSheet.Contrast(TokenSheet.Dark[one], TokenSheet.Dark[other]), least, 21);
    }

    [Theory]
    // By hand, from the definition: black on white is 21; #777777 on white is known to miss 4.5 narrowly.
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    public void The_measure_itself_is_right(string one, string other, double expected) =>
        Assert.Equal(expected, TokenSheet.Contrast(one, other), 0.005);

    [Fact]
    public void Both_themes_define_the_same_colours() =>
        Assert.Equal(TokenSheet.Light.Keys.Order(StringComparer.Ordinal), TokenSheet.Dark.Keys.Order(StringComparer.Ordinal));
}
