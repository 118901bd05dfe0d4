using Cradle.Rules.Packs;

namespace Cradle.Rules.Binding;

/// <summary>What a name may mean at a place: which entities are at hand, which loop variables, whether the outcome's value is.</summary>
public sealed record BindingScope
{
    /// <summary>How deep loops may stand in one another.</summary>
    public const int DeepestLoop = 4;

    /// <summary>The entity that <c>child</c> means, if any.</summary>
    public (EntityReference Entity, int Depth)? Child { get; init; }

    /// <summary>Whether <c>parent</c> and <c>spouse</c> have a meaning.</summary>
    public bool HasParent { get; init; }

    /// <summary>The type of <c>value</c>, where it may be used (periods and windows).</summary>
    public RuleType? Value { get; init; }

    /// <summary>Loop variables: their entity kind and depth.</summary>
    public IReadOnlyDictionary<string, (EntityKind Kind, int Depth)> Variables { get; init; } = new Dictionary<string, (EntityKind, int)>();

    /// <summary>The depth the next loop gets.</summary>
    public int NextDepth { get; init; }

    /// <summary>The scope of a family question without any instance.</summary>
    public static BindingScope Family { get; } = new();

    /// <summary>The scope of an instance of a quantity.</summary>
    public static BindingScope Of(InstanceKind instance) => new()
    {
        Child = instance is InstanceKind.Child or InstanceKind.Birth ? (EntityReference.Child, 0) : null,
        HasParent = instance == InstanceKind.Parent,
    };

    /// <summary>The scope inside a loop.</summary>
    public BindingScope With(string variable, EntityKind kind) => this with
    {
        Variables = new Dictionary<string, (EntityKind, int)>(Variables) { [variable] = (kind, NextDepth) },
        NextDepth = NextDepth + 1,
    };
}
