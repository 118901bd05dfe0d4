using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Narrow8 = System.Runtime.Intrinsics.Vector256<int>;

namespace Cradle.Rules.Kernels;

/// <summary>
/// Primitives that are one instruction, or nearly: written as the processor's own intrinsics, which are always expanded. Into a method of more than 512 locals the
/// runtime inlines nothing any more, and there every other primitive is a call.
/// </summary>
internal static class DirectCode
{
    /// <summary>Code of the scalar primitives of 32 bits.</summary>
    public static IReadOnlyDictionary<string, Action<ILGenerator>> Scalar { get; } = new Dictionary<string, Action<ILGenerator>>
    {
        ["And"] = il => il.Emit(OpCodes.And),
        ["Or"] = il => il.Emit(OpCodes.Or),
        ["Not"] = il => il.Emit(OpCodes.Not),
        ["Add"] = il => il.Emit(OpCodes.Add),
        ["Subtract"] = il => il.Emit(OpCodes.Sub),
        ["Multiply"] = il => il.Emit(OpCodes.Mul),
        ["Where"] = il => il.Emit(OpCodes.And),
        ["CountUp"] = il => il.Emit(OpCodes.Sub),
        ["NarrowOf"] = _ => { },
        ["AsNarrow"] = _ => { },
        ["AsBit"] = _ => { },
    };

    /// <summary>Code of the vector primitives of 32 bits.</summary>
    public static IReadOnlyDictionary<string, Action<ILGenerator>> Vector { get; } = OfVectors();

    private static Dictionary<string, Action<ILGenerator>> OfVectors()
    {
        if (!Avx2.IsSupported)
            return [];
        var create = Call(typeof(Vector256).GetMethod(nameof(Vector256.Create), [typeof(int)])!);
        return new Dictionary<string, Action<ILGenerator>>
        {
            ["And"] = Two(nameof(Avx2.And)),
            ["Where"] = Two(nameof(Avx2.And)),
            ["Or"] = Two(nameof(Avx2.Or)),
            ["Not"] = il =>
            {
                il.Emit(OpCodes.Ldc_I4_M1);
                create(il);
                Two(nameof(Avx2.Xor))(il);
            },
            ["Add"] = Two(nameof(Avx2.Add)),
            ["Subtract"] = Two(nameof(Avx2.Subtract)),
            ["CountUp"] = Two(nameof(Avx2.Subtract)),
            ["Multiply"] = Two(nameof(Avx2.MultiplyLow)),
            ["Min"] = Two(nameof(Avx2.Min)),
            ["Max"] = Two(nameof(Avx2.Max)),
            ["Equal"] = Two(nameof(Avx2.CompareEqual)),
            ["Greater"] = Two(nameof(Avx2.CompareGreaterThan)),
            ["NarrowOf"] = create,
            ["AsNarrow"] = _ => { },
            ["AsBit"] = _ => { },
            ["Blend"] = Call(typeof(Avx2).GetMethod(nameof(Avx2.BlendVariable), [typeof(Narrow8), typeof(Narrow8), typeof(Narrow8)])!),
            ["LoadByte"] = Load(1, typeof(Avx2).GetMethod(nameof(Avx2.ConvertToVector256Int32), [typeof(byte*)])!),
            ["LoadShort"] = Load(2, typeof(Avx2).GetMethod(nameof(Avx2.ConvertToVector256Int32), [typeof(ushort*)])!),
            ["LoadInt"] = Load(4, typeof(Avx).GetMethod(nameof(Avx.LoadVector256), [typeof(int*)])!),
            ["GatherInt"] = Gather(4, null),
            ["GatherShort"] = Gather(2, ushort.MaxValue),
            ["GatherByte"] = Gather(1, byte.MaxValue),
            ["StoreByte"] = StoreBytes,
            ["StoreShort"] = StoreShorts,
            ["StoreMask"] = StoreMask,
        };
    }

    private static Action<ILGenerator> Two(string name) => Call(typeof(Avx2).GetMethod(name, [typeof(Narrow8), typeof(Narrow8)])!);

    private static Action<ILGenerator> Call(MethodInfo method) => il => il.Emit(OpCodes.Call, method);

    /// <summary>On the stack: the address of the column, and a row.</summary>
    private static Action<ILGenerator> Load(int size, MethodInfo load) => il =>
    {
        Index(il, size);
        il.Emit(OpCodes.Call, load);
    };

    /// <summary>Eight bytes, and eight more that the next step writes over; there is room behind the last row.</summary>
    private static void StoreBytes(ILGenerator il)
    {
        Halves(il, size: 1);
        Call(typeof(Sse2).GetMethod(nameof(Sse2.PackSignedSaturate), [typeof(Vector128<int>), typeof(Vector128<int>)])!)(il);
        il.Emit(OpCodes.Dup);
        Call(typeof(Sse2).GetMethod(nameof(Sse2.PackUnsignedSaturate), [typeof(Vector128<short>), typeof(Vector128<short>)])!)(il);
        Call(typeof(Sse2).GetMethod(nameof(Sse2.Store), [typeof(byte*), typeof(Vector128<byte>)])!)(il);
    }

    private static void StoreShorts(ILGenerator il)
    {
        Halves(il, size: 2);
        Call(typeof(Sse41).GetMethod(nameof(Sse41.PackUnsignedSaturate), [typeof(Vector128<int>), typeof(Vector128<int>)])!)(il);
        Call(typeof(Sse2).GetMethod(nameof(Sse2.Store), [typeof(ushort*), typeof(Vector128<ushort>)])!)(il);
    }

    private static void StoreMask(ILGenerator il)
    {
        Call(typeof(Vector256).GetMethod(nameof(Vector256.ExtractMostSignificantBits))!.MakeGenericMethod(typeof(int)))(il);
        il.Emit(OpCodes.Stind_I1);
    }

    /// <summary>On the stack: address, row and values. They become the address of the row, and both halves of the values.</summary>
    private static void Halves(ILGenerator il, int size)
    {
        var values = il.DeclareLocal(typeof(Narrow8));
        il.Emit(OpCodes.Stloc, values);
        Index(il, size);
        for (var half = 0; half < 2; half++)
        {
            il.Emit(OpCodes.Ldloc, values);
            il.Emit(OpCodes.Ldc_I4, half);
            Call(typeof(Avx2).GetMethod(nameof(Avx2.ExtractVector128), [typeof(Narrow8), typeof(byte)])!)(il);
        }
    }

    private static void Index(ILGenerator il, int size)
    {
        if (size > 1)
        {
            il.Emit(OpCodes.Ldc_I4, size);
            il.Emit(OpCodes.Conv_I);
            il.Emit(OpCodes.Mul);
        }

        il.Emit(OpCodes.Add);
    }

    private static Action<ILGenerator> Gather(byte scale, int? mask) => il =>
    {
        il.Emit(OpCodes.Ldc_I4, (int)scale);
        il.Emit(OpCodes.Call, typeof(Avx2).GetMethod(nameof(Avx2.GatherVector256), [typeof(int*), typeof(Narrow8), typeof(byte)])!);
        if (mask is not { } bits)
            return;
        il.Emit(OpCodes.Ldc_I4, bits);
        Vector["NarrowOf"](il);
        Vector["And"](il);
    };
}
