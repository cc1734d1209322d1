"""What a window manager tells a window whose cross was pressed, sent without one."""

from __future__ import annotations

import ctypes

CLIENT_MESSAGE = 33


class _ClientMessage(ctypes.Structure):
    """XClientMessageEvent of Xlib, as long as an XEvent is."""

    _fields_ = [
        ("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int), ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong), ("message_type", ctypes.c_ulong), ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5), ("rest", ctypes.c_long * 12),
    ]  # fmt: skip


def ask_to_close(display: str, window: int) -> None:
    """Send WM_DELETE_WINDOW, as the protocol between windows and their managers (ICCCM 4.2.8.1) has it."""
    x = ctypes.CDLL("libX11.so.6")
    x.XOpenDisplay.restype = ctypes.c_void_p
    x.XInternAtom.restype = ctypes.c_ulong
    x.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    x.XSendEvent.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_long, ctypes.c_void_p]
    x.XCloseDisplay.argtypes = [ctypes.c_void_p]
    opened = x.XOpenDisplay(display.encode())
    assert opened, f"there is no display {display}"
    protocols, delete = (x.XInternAtom(opened, name, 0) for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW"))
    said = _ClientMessage(CLIENT_MESSAGE, 0, 1, opened, window, protocols, 32, (delete, 0, 0, 0, 0))
    x.XSendEvent(opened, window, 0, 0, ctypes.byref(said))
    x.XCloseDisplay(opened)
