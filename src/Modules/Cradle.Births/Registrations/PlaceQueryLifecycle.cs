using Cradle.Platform.Lifecycles;

namespace Cradle.Births.Registrations;

/// <summary>What a place that is asked may do.</summary>
public enum PlaceQueryAction
{
    Confirm,
    Differ,
}

/// <summary>A question is open until the place answers it.</summary>
public static class PlaceQueryLifecycle
{
    public static Lifecycle<PlaceQuery, PlaceQueryState, PlaceQueryAction> Table { get; } = new("place-query", PlaceQueryState.Asked,
    [
        new(PlaceQueryState.Asked, PlaceQueryAction.Confirm, PlaceQueryState.Confirmed) { Permission = BirthsModule.Decide },
        new(PlaceQueryState.Asked, PlaceQueryAction.Differ, PlaceQueryState.Differs) { Permission = BirthsModule.Decide, NeedsReason = true },
    ]);
}
