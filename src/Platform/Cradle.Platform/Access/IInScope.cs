using Cradle.Primitives;

namespace Cradle.Platform.Access;

/// <summary>What lies in a division, and may belong to a unit there: only who holds a role for it sees and moves it.</summary>
public interface IInScope
{
    DivisionCode Division { get; }

    string? Unit { get; }
}

/// <summary>What somebody else than those of its place may see to for now, because nobody of its place is here.</summary>
public interface IAlsoInScope : IInScope
{
    /// <summary>The division whose people may; null where only those of its place may.</summary>
    DivisionCode? AlsoIn { get; }
}
