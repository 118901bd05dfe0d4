using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Intrinsics;

namespace Cradle.Rules.Kernels;

/// <summary>
/// What emitted code works on: the types of a bit, of a narrow (32-bit) and of a wide (64-bit) whole, for one family or for several at once, and the
/// class with the primitive of every operation. The emitter is the same for all.
/// </summary>
internal sealed record LaneSet(Type Bit, Type Narrow, Type Wide, int Count, Type Primitives, IReadOnlyDictionary<string, Action<ILGenerator>> Direct)
{
    public static LaneSet Scalar { get; } = new(typeof(int), typeof(int), typeof(long), 1, typeof(ScalarLanes), DirectCode.Scalar);

    public static LaneSet Vector { get; } = new(typeof(Vector256<int>), typeof(Vector256<int>), typeof(Wide), Vector256<int>.Count, typeof(VectorLanes), DirectCode.Vector);

    /// <summary>Writes a primitive whose arguments are on the stack.</summary>
    public void Emit(ILGenerator il, string name, params Type[] arguments)
    {
        if (Direct.TryGetValue(name, out var code) && !arguments.Contains(Wide))
            code(il);
        else
            il.Emit(OpCodes.Call, Method(name, arguments));
    }

    /// <summary>A primitive by name and the types of its arguments.</summary>
    private MethodInfo Method(string name, params Type[] arguments) =>
        Primitives.GetMethod(name, BindingFlags.Public | BindingFlags.Static, arguments)
        ?? throw new InvalidOperationException($"{Primitives.Name} has no {name}({string.Join(", ", arguments.Select(type => type.Name))}).");
}

/// <summary>Eight 64-bit wholes: those of the lower four lanes, and of the upper four.</summary>
internal readonly struct Wide(Vector256<long> lower, Vector256<long> upper)
{
    public readonly Vector256<long> Lower = lower;
    public readonly Vector256<long> Upper = upper;
}
