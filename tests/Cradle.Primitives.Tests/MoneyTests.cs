using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Cradle.Primitives.Tests;

public class MoneyTests
{
    [Theory]
    [InlineData(20000, "200.00")]
    [InlineData(0, "0.00")]
    [InlineData(5, "0.05")]
    [InlineData(-5, "-0.05")]
    [InlineData(-12345, "-123.45")]
    [InlineData(long.MaxValue, "92233720368547758.07")]
    [InlineData(long.MinValue, "-92233720368547758.08")]
    public void Money_is_written_in_yuan_with_two_decimals(long fen, string text)
    {
        Assert.Equal(text, new Money(fen).ToString());
        Assert.Equal(new Money(fen), Money.Parse(text));
    }

    [Theory]
    [InlineData("200", 20000)]
    [InlineData("200.5", 20050)]
    [InlineData("007.10", 710)]
    [InlineData("-0.00", 0)]
    public void Fewer_decimals_and_leading_zeros_are_read(string text, long fen) => Assert.Equal(fen, Money.Parse(text).Fen);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".50")]
    [InlineData("1.")]
    [InlineData("1.005")]
    [InlineData("1,000.00")]
    [InlineData(" 1.00")]
    [InlineData("1e3")]
    [InlineData("+1.00")]
    [InlineData("¥1.00")]
    [InlineData("１.00")]
    [InlineData("1.-5")]
    [InlineData("92233720368547758.08")]
    [InlineData("-92233720368547758.09")]
    [InlineData("99999999999999999999999999999999999999999999")]
    public void A_text_with_another_or_no_meaning_is_refused(string? text) => Assert.False(Money.TryParse(text, out _));

    [Fact]
    public void A_refused_text_is_named_in_the_error() =>
        Assert.Contains("'1,5'", Assert.Throws<FormatException>(() => Money.Parse("1,5")).Message, StringComparison.Ordinal);

    [Fact]
    public void Arithmetic_beyond_64_bits_throws_instead_of_wrapping()
    {
        var most = new Money(long.MaxValue);
        Assert.Throws<OverflowException>(() => most + new Money(1));
        Assert.Throws<OverflowException>(() => new Money(long.MinValue) - new Money(1));
        Assert.Throws<OverflowException>(() => -new Money(long.MinValue));
        Assert.Throws<OverflowException>(() => most * 2);
        Assert.Throws<OverflowException>(() => Money.FromYuan(long.MaxValue / 10));
        Assert.Throws<OverflowException>(() => most.MultiplyDivide(3, 2, Rounding.Down));
    }

    [Theory]
    // 1000 fen / 3 = 333.33…; 1 fen / 2 = 0.5; 500 × 3/8 = 187.5
    [InlineData(1000, 1, 3, Rounding.HalfUp, 333)]
    [InlineData(1000, 1, 3, Rounding.Up, 334)]
    [InlineData(1000, 1, 3, Rounding.Down, 333)]
    [InlineData(1, 1, 2, Rounding.HalfUp, 1)]
    [InlineData(-1, 1, 2, Rounding.HalfUp, -1)]
    [InlineData(1, -1, 2, Rounding.HalfUp, -1)]
    [InlineData(1, 1, -2, Rounding.HalfUp, -1)]
    [InlineData(-1, 1, -2, Rounding.HalfUp, 1)]
    [InlineData(-1, 1, 3, Rounding.Up, -1)]
    [InlineData(-1, 1, 3, Rounding.Down, 0)]
    [InlineData(500, 3, 8, Rounding.HalfUp, 188)]
    [InlineData(500, 3, 8, Rounding.Down, 187)]
    public void A_quotient_is_rounded_by_the_named_way(long fen, long numerator, long denominator, Rounding rounding, long expected) =>
        Assert.Equal(expected, new Money(fen).MultiplyDivide(numerator, denominator, rounding).Fen);

    [Fact]
    public void Division_by_zero_throws() =>
        Assert.Throws<DivideByZeroException>(() => new Money(1).MultiplyDivide(1, 0, Rounding.Down));

    [Fact]
    public void Every_amount_survives_writing_and_reading() =>
        Prop.ForAll<long>(fen => Money.Parse(new Money(fen).ToString()).Fen == fen).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_rounding_lies_within_a_fen_of_the_exact_quotient() =>
        Prop.ForAll<int, int, int>((fen, numerator, d) =>
        {
            long denominator = d == 0 ? 7 : d;
            var exact = (BigInteger)fen * numerator;
            BigInteger Twice(Rounding way) => 2 * ((BigInteger)new Money(fen).MultiplyDivide(numerator, denominator, way).Fen * denominator - exact);
            var size = BigInteger.Abs(denominator);
            return BigInteger.Abs(Twice(Rounding.HalfUp)) <= size
                && BigInteger.Abs(Twice(Rounding.Down)) < 2 * size
                && BigInteger.Abs(Twice(Rounding.Up)) < 2 * size;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Amounts_order_by_size()
    {
        Assert.True(new Money(1) < new Money(2));
        Assert.True(new Money(2) >= new Money(2));
        Assert.Equal([new Money(-1), Money.Zero, new Money(3)], new[] { new Money(3), new Money(-1), Money.Zero }.Order());
    }
}
