"""What ModemManager finds around it on a private bus: a PolicyKit that allows everything, and a
host that hands it a port as soon as it is there. A pseudo-terminal has no device under /sys, so the
port goes through the test interface, which takes the path of a Unix socket.

Usage: modem-manager-host.py SOCKET, with DBUS_SYSTEM_BUS_ADDRESS naming the bus.
"""
import sys

from gi.repository import Gio, GLib

MODEM_MANAGER = 'org.freedesktop.ModemManager1'
POLICY_KIT = 'org.freedesktop.PolicyKit1'

AUTHORITY = '''
<node>
  <interface name="org.freedesktop.PolicyKit1.Authority">
    <method name="CheckAuthorization">
      <arg type="(sa{sv})" direction="in"/>
      <arg type="s" direction="in"/>
      <arg type="a{ss}" direction="in"/>
      <arg type="u" direction="in"/>
      <arg type="s" direction="in"/>
      <arg type="(bba{ss})" direction="out"/>
    </method>
  </interface>
</node>
'''


def allow(_connection, _sender, _path, _interface, _method, _parameters, invocation):
    is_authorized, is_challenge, details = True, False, {}
    answer = (is_authorized, is_challenge, details)
    invocation.return_value(GLib.Variant('((bba{ss}))', (answer,)))


def hand_over(connection, _name, _owner):
    profile = GLib.Variant('(ssas)', ('bench', 'generic', [sys.argv[1]]))
    connection.call_sync(
        MODEM_MANAGER,
        '/org/freedesktop/ModemManager1',
        'org.freedesktop.ModemManager1.Test',
        'SetProfile',
        profile,
        None,
        Gio.DBusCallFlags.NONE,
        -1,
        None,
    )


bus = Gio.bus_get_sync(Gio.BusType.SYSTEM)
interface = Gio.DBusNodeInfo.new_for_xml(AUTHORITY).interfaces[0]
bus.register_object('/org/freedesktop/PolicyKit1/Authority', interface, allow, None, None)
Gio.bus_own_name_on_connection(bus, POLICY_KIT, Gio.BusNameOwnerFlags.NONE, None, None)
Gio.bus_watch_name_on_connection(
    bus, MODEM_MANAGER, Gio.BusNameWatcherFlags.NONE, hand_over, None
)
GLib.MainLoop().run()
