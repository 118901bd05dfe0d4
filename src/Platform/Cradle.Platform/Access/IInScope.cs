using Cradle.Primitives;

namespace Cradle.Platform.Access;

/// <summary>What lies in a division, and may belong to a unit there: only who holds a role for it sees and moves it.</summary>
public interface IInScope
{
    DivisionCode Division { get; }

    string? Unit { get; }
}
