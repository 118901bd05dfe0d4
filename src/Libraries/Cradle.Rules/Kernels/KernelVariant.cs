namespace Cradle.Rules.Kernels;

/// <summary>The implementations of a batch. All give the same answers.</summary>
public enum KernelVariant
{
    /// <summary>Eight families at a time in 256-bit vectors.</summary>
    Vector,

    /// <summary>One family at a time.</summary>
    Scalar,

    /// <summary>The interpreter, family by family.</summary>
    Reference,
}

/// <summary>Which implementation is used.</summary>
public static class KernelChoice
{
    /// <summary>The environment variable that forces one: vector, scalar or reference.</summary>
    public const string Variable = "CRADLE_KERNEL";

    /// <summary>The variant that the environment forces; otherwise vectors where the processor has them.</summary>
    /// <exception cref="UnknownKernelException">The variable names no variant.</exception>
    public static KernelVariant Current => Parse(Environment.GetEnvironmentVariable(Variable));

    internal static KernelVariant Parse(string? name) => name switch
    {
        null or "" => System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated ? KernelVariant.Vector : KernelVariant.Scalar,
        "vector" => KernelVariant.Vector,
        "scalar" => KernelVariant.Scalar,
        "reference" => KernelVariant.Reference,
        var other => throw new UnknownKernelException($"{Variable}={other}: there is no such kernel. Write vector, scalar or reference."),
    };
}

/// <summary>The environment asks for an implementation that there is not.</summary>
public sealed class UnknownKernelException(string message) : InvalidOperationException(message);
