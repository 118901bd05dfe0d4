using System.Runtime.Intrinsics;
using Cradle.Rules.Binding;
using Cradle.Rules.Kernels;

namespace Cradle.Rules.Tests.Kernels;

/// <summary>Every primitive of the vectors gives in each lane what the scalar one gives.</summary>
public class LanePrimitivesTests
{
    private static readonly int[] Edges = [int.MinValue, int.MinValue + 1, -1, 0, 1, 2, 100, int.MaxValue - 1, int.MaxValue];
    private static readonly long[] WideEdges = [long.MinValue, long.MinValue + 1, int.MinValue - 1L, -1, 0, 1, int.MaxValue + 1L, long.MaxValue - 1, long.MaxValue];

    [Fact]
    public void Narrow_operations_agree_on_edges_and_chance()
    {
        foreach (var (a, b) in Pairs(Edges, random => random.Next(int.MinValue, int.MaxValue)))
        {
            var (x, y) = (Vector256.Create(a, b, a, b, b, a, 1, 0), Vector256.Create(b, a, a, b, b, a, 0, 1));
            Check(VectorLanes.Add(x, y), lane => ScalarLanes.Add(x[lane], y[lane]));
            Check(VectorLanes.Subtract(x, y), lane => ScalarLanes.Subtract(x[lane], y[lane]));
            Check(VectorLanes.Multiply(x, y), lane => ScalarLanes.Multiply(x[lane], y[lane]));
            Check(VectorLanes.Min(x, y), lane => ScalarLanes.Min(x[lane], y[lane]));
            Check(VectorLanes.Max(x, y), lane => ScalarLanes.Max(x[lane], y[lane]));
            Check(VectorLanes.Equal(x, y), lane => ScalarLanes.Equal(x[lane], y[lane]));
            Check(VectorLanes.Greater(x, y), lane => ScalarLanes.Greater(x[lane], y[lane]));
            Check(VectorLanes.HasBit(x, 5), lane => ScalarLanes.HasBit(x[lane], 5));
            Check(VectorLanes.Blend(y, x, VectorLanes.Greater(x, y)), lane => ScalarLanes.Blend(y[lane], x[lane], ScalarLanes.Greater(x[lane], y[lane])));
            Check(VectorLanes.Where(VectorLanes.Greater(x, y), x), lane => ScalarLanes.Where(ScalarLanes.Greater(x[lane], y[lane]), x[lane]));
            Assert.Equal(a > b ? -1 : 0, ScalarLanes.Greater(a, b));
            Assert.Equal(a == b ? -1 : 0, ScalarLanes.Equal(a, b));
        }
    }

    [Fact]
    public void Wide_operations_agree_on_edges_and_chance()
    {
        foreach (var (a, b) in Pairs(WideEdges, random => random.NextInt64(long.MinValue, long.MaxValue)))
        {
            var (x, y) = (Eight(a, b), Eight(b, a));
            Check(VectorLanes.Add(x, y), lane => ScalarLanes.Add(At(x, lane), At(y, lane)));
            Check(VectorLanes.Subtract(x, y), lane => ScalarLanes.Subtract(At(x, lane), At(y, lane)));
            Check(VectorLanes.Multiply(x, y), lane => ScalarLanes.Multiply(At(x, lane), At(y, lane)));
            Check(VectorLanes.Min(x, y), lane => ScalarLanes.Min(At(x, lane), At(y, lane)));
            Check(VectorLanes.Max(x, y), lane => ScalarLanes.Max(At(x, lane), At(y, lane)));
            Check(VectorLanes.Equal(x, y), lane => ScalarLanes.Equal(At(x, lane), At(y, lane)));
            Check(VectorLanes.Greater(x, y), lane => ScalarLanes.Greater(At(x, lane), At(y, lane)));
            Check(VectorLanes.HasBit(x, 40), lane => ScalarLanes.HasBit(At(x, lane), 40));
            Check(VectorLanes.Blend(y, x, VectorLanes.Greater(x, y)), lane => ScalarLanes.Blend(At(y, lane), At(x, lane), ScalarLanes.Greater(At(x, lane), At(y, lane))));
            Assert.Equal(a > b ? -1 : 0, ScalarLanes.Greater(a, b));
            Assert.Equal(a == b ? -1 : 0, ScalarLanes.Equal(a, b));
        }
    }

    [Fact]
    public void Divisions_and_calendar_functions_agree_lane_by_lane()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var days = Vector256.Create(Enumerable.Range(0, 8).Select(_ => random.Next(693_600, 767_000)).ToArray());
            var divisors = Vector256.Create(Enumerable.Range(0, 8).Select(_ => random.Next(1, 50)).ToArray());
            foreach (var mode in Enum.GetValues<RoundingMode>())
                Check(VectorLanes.Divide(days, divisors, (int)mode), lane => ScalarLanes.Divide(days[lane], divisors[lane], (int)mode));
            foreach (var function in new[] { CalendarFunction.Anniversary, CalendarFunction.AnniversaryClamped })
                Check(VectorLanes.Calendar(days, divisors, (int)function), lane => ScalarLanes.Calendar(days[lane], divisors[lane], (int)function));
        }
    }

    [Fact]
    public unsafe void Known_bits_are_read_from_any_row()
    {
        var words = stackalloc ulong[3] { 0x9D3C_55AA_0FF0_1234, 0xFEDC_BA98_7654_3210, 0 };
        for (var row = 0; row < 120; row++)
            Check(VectorLanes.LoadKnown((nint)words, row), lane => ScalarLanes.LoadKnown((nint)words, row + lane));
    }

    private static IEnumerable<(T A, T B)> Pairs<T>(T[] edges, Func<Random, T> any)
    {
        var random = new Random(11);
        return (from a in edges from b in edges select (a, b)).Concat(Enumerable.Range(0, 200).Select(_ => (any(random), any(random))));
    }

    private static Wide Eight(long a, long b) => new(Vector256.Create(a, b, a, 1), Vector256.Create(b, a, 0, b));

    private static long At(Wide wide, int lane) => lane < 4 ? wide.Lower[lane] : wide.Upper[lane - 4];

    private static void Check(Vector256<int> found, Func<int, int> expected) => Assert.Equal(Enumerable.Range(0, 8).Select(expected), Enumerable.Range(0, 8).Select(lane => found[lane]));

    private static void Check(Wide found, Func<int, long> expected) => Assert.Equal(Enumerable.Range(0, 8).Select(expected), Enumerable.Range(0, 8).Select(lane => At(found, lane)));
}
