using System.Text;
using Cradle.Linkage.Comparison;
using FsCheck;
using FsCheck.Fluent;
using Shouldly;

namespace Cradle.Linkage.Tests.Comparison;

public class TextDistanceTests
{
    // Values printed in Winkler (1990) and in later texts: MARTHA/MARHTA 0.961, DWAYNE/DUANE 0.84, DIXON/DICKSONX 0.813.
    [Theory]
    [InlineData("martha", "marhta", 0.961)]
    [InlineData("dwayne", "duane", 0.84)]
    [InlineData("dixon", "dicksonx", 0.813)]
    [InlineData("", "", 1)]
    [InlineData("a", "", 0)]
    public void Jaro_Winkler_gives_the_printed_values(string a, string b, double expected) =>
        TextDistance.JaroWinkler(Bytes(a), Bytes(b)).ShouldBe(expected, 0.0005);

    [Theory]
    [InlineData("ca", "ac", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("13800138000", "13800138009", 1)]
    [InlineData("abc", "", 3)]
    public void Edits_are_counted_with_exchanges_as_one(string a, string b, int expected) => TextDistance.Edits(Bytes(a), Bytes(b), 9).ShouldBe(expected);

    [Fact]
    public void Edits_stop_beyond_the_limit() => TextDistance.Edits(Bytes("kitten"), Bytes("sitting"), 1).ShouldBe(2);

    [Fact]
    public void Edits_are_the_same_both_ways_and_like_a_plain_table() => Prop.ForAll(Words(), Words(), (a, b) =>
        TextDistance.Edits(a, b, 60) == TextDistance.Edits(b, a, 60) && TextDistance.Edits(a, b, 60) == Plain(a, b)).QuickCheckThrowOnFailure();

    private static Arbitrary<byte[]> Words() => Gen.Choose('a', 'c').Select(c => (byte)c).ArrayOf().Select(word => word.Take(20).ToArray()).ToArbitrary();

    // The definition, written down as it stands.
    private static int Plain(byte[] a, byte[] b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                table[i, j] = i == 0 ? j : j == 0 ? i : Math.Min(Math.Min(table[i - 1, j] + 1, table[i, j - 1] + 1), table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[a.Length, b.Length];
    }

    private static byte[] Bytes(string text) => Encoding.ASCII.GetBytes(text);
}
