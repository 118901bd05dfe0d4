using System.Runtime.Intrinsics;
using Narrow8 = System.Runtime.Intrinsics.Vector256<int>;

namespace Cradle.Rules.Kernels;

/// <content>Operations that no vector instruction makes; lane by lane, exact. Calls of this kind are rare once days and regions have become tables.</content>
internal static unsafe partial class VectorLanes
{
    public static Narrow8 Divide(Narrow8 a, Narrow8 b, int mode)
    {
        var results = stackalloc int[Narrow8.Count];
        for (var lane = 0; lane < Narrow8.Count; lane++)
            results[lane] = ScalarLanes.Divide(a[lane], b[lane], mode);
        return Vector256.Load(results);
    }

    public static Wide Divide(Wide a, Wide b, int mode) => new(Divide(a.Lower, b.Lower, mode), Divide(a.Upper, b.Upper, mode));

    public static Narrow8 Calendar(Narrow8 a, Narrow8 b, int function)
    {
        var results = stackalloc int[Narrow8.Count];
        for (var lane = 0; lane < Narrow8.Count; lane++)
            results[lane] = ScalarLanes.Calendar(a[lane], b[lane], function);
        return Vector256.Load(results);
    }

    private static Vector256<long> Divide(Vector256<long> a, Vector256<long> b, int mode)
    {
        var results = stackalloc long[Vector256<long>.Count];
        for (var lane = 0; lane < Vector256<long>.Count; lane++)
            results[lane] = ScalarLanes.Divide(a[lane], b[lane], mode);
        return Vector256.Load(results);
    }
}
