using FsCheck;
using FsCheck.Fluent;

namespace Cradle.Primitives.Tests;

public class ResidentIdTests
{
    // The two worked examples of GB 11643-1999.
    private const string Woman = "11010519491231002X";
    private const string Man = "440524188001010014";

    [Fact]
    public void The_examples_of_the_standard_are_read()
    {
        var woman = ResidentId.Parse(Woman);
        Assert.Equal(new DateOnly(1949, 12, 31), woman.BirthDate);
        Assert.Equal(Sex.Female, woman.Sex);
        Assert.Equal(DivisionCode.Parse("110105"), woman.Division);
        Assert.Equal(Woman, woman.Number);

        var man = ResidentId.Parse(Man);
        Assert.Equal(new DateOnly(1880, 1, 1), man.BirthDate);
        Assert.Equal(Sex.Male, man.Sex);
    }

    [Theory]
    [InlineData("11010519491231002x")]
    [InlineData("  11010519491231002X ")]
    [InlineData("110105491231002")]
    public void Small_x_spaces_around_and_the_old_form_give_the_same_number(string text) =>
        Assert.Equal(Woman, ResidentId.Parse(text).Number);

    [Theory]
    [InlineData("", ResidentIdPart.Length, 0)]
    [InlineData(null, ResidentIdPart.Length, 0)]
    [InlineData("1101051949123100", ResidentIdPart.Length, 16)]
    [InlineData("11010519491231002XX", ResidentIdPart.Length, 19)]
    [InlineData("1101O519491231002X", ResidentIdPart.Character, 5)]
    [InlineData("11010519491231X02X", ResidentIdPart.Character, 15)]
    [InlineData("11010519491231002Y", ResidentIdPart.Character, 18)]
    [InlineData("１1010519491231002X", ResidentIdPart.Character, 1)]
    [InlineData("11010549123100X", ResidentIdPart.Character, 15)]
    [InlineData("00010519491231002X", ResidentIdPart.Division, 1)]
    [InlineData("10010519491231002X", ResidentIdPart.Division, 1)]
    [InlineData("11010519490229002X", ResidentIdPart.Date, 7)]
    [InlineData("11010519491331002X", ResidentIdPart.Date, 7)]
    [InlineData("110105490230002", ResidentIdPart.Date, 7)]
    public void The_wrong_part_is_named(string? text, ResidentIdPart part, int position)
    {
        Assert.False(ResidentId.TryParse(text, out _, out var error));
        Assert.Equal(new ResidentIdError(part, position), error);
        Assert.NotEmpty(error.Value.ToChinese());
        Assert.NotEmpty(error.Value.ToString());
    }

    [Fact]
    public void A_wrong_check_digit_names_the_right_one()
    {
        Assert.False(ResidentId.TryParse("110105194912310021", out _, out var error));
        Assert.Equal(new ResidentIdError(ResidentIdPart.CheckDigit, 18, 'X'), error);
        Assert.Contains("X", error.Value.ToChinese(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_error_repeats_the_number() =>
        Assert.DoesNotContain("1949", Assert.Throws<FormatException>(() => ResidentId.Parse("110105194912310021")).Message, StringComparison.Ordinal);

    [Fact]
    public void Written_out_unawares_the_number_is_masked()
    {
        Assert.Equal("11************002X", $"{ResidentId.Parse(Woman)}");
        Assert.Equal("", default(ResidentId).ToString());
        Assert.Equal("", default(ResidentId).Number);
    }

    [Fact]
    public void A_foreigners_permanent_residence_card_has_no_division()
    {
        // First digit 9, province of issue 11, country 156 is only an example; the check digit is computed.
        const string First17 = "91115619900101001";
        var card = ResidentId.Parse(First17 + ResidentId.CheckDigitOf(First17));
        Assert.Null(card.Division);
        Assert.Equal(new DateOnly(1990, 1, 1), card.BirthDate);
    }

    [Fact]
    public void Any_single_wrong_digit_and_any_swap_of_neighbours_is_found() =>
        Prop.ForAll<int, int, int>((daySeed, sequenceSeed, seed) =>
        {
            var day = new DateOnly(1950, 1, 1).AddDays(Math.Abs(daySeed % 27000));
            var body = $"220104{day:yyyyMMdd}{Math.Abs(sequenceSeed % 1000):000}";
            var number = body + ResidentId.CheckDigitOf(body);
            var random = new Random(seed);
            var at = random.Next(17);

            var other = (char)('0' + (number[at] - '0' + 1 + random.Next(9)) % 10);
            var replaced = number[..at] + other + number[(at + 1)..];
            var swapped = number[..at] + number[at + 1] + number[at] + number[(at + 2)..];
            return ResidentId.TryParse(number, out var id) && id.Number == number && id.BirthDate == day
                && !ResidentId.TryParse(replaced, out _)
                && (swapped == number || !ResidentId.TryParse(swapped, out _));
        }).QuickCheckThrowOnFailure();
}
