namespace Cradle.Platform.Data;

/// <summary>What an exception says, or one inside of it.</summary>
internal static class ExceptionSigns
{
    public static bool AnyIn(Exception? exception, IReadOnlyList<Func<Exception, bool>> signs)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (signs.Any(sign => sign(inner)))
            {
                return true;
            }
        }

        return false;
    }
}
